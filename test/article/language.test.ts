import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/article/language.ts';

/** Three passages of each language, about the matter the program reads about. */
const PASSAGES: Record<string, string[]> = {
  de: [
    'Die Stadt führt seit drei Jahren eine Liste von Firmen, die ihre Rechnungen nicht bezahlen, und veröffentlicht sie im Netz.',
    'Wer auf der Liste steht, darf nach Angaben des Gerichts nicht mehr mit dem Schnellzug fahren und keine Flugtickets kaufen.',
    'Eine einzige Punktzahl für alle Bürger gibt es nicht, sagte die Forscherin, auch wenn viele Zeitungen das immer wieder schreiben.',
  ],
  fr: [
    'La ville tient depuis trois ans une liste des entreprises qui ne paient pas leurs factures et la publie sur son site.',
    'Selon le tribunal, les personnes inscrites sur cette liste ne peuvent plus acheter de billets de train à grande vitesse.',
    'Il n’existe pas de note unique pour tous les citoyens, a expliqué la chercheuse, quoi qu’en disent de nombreux journaux.',
  ],
  es: [
    'La ciudad mantiene desde hace tres años una lista de empresas que no pagan sus facturas y la publica en su página.',
    'Según el tribunal, quienes figuran en la lista ya no pueden comprar billetes de avión ni de tren de alta velocidad.',
    'No existe una puntuación única para todos los ciudadanos, explicó la investigadora, aunque muchos diarios lo repitan.',
  ],
  it: [
    'La città tiene da tre anni un elenco delle imprese che non pagano le fatture e lo pubblica sul proprio sito.',
    'Secondo il tribunale, chi figura nell’elenco non può più acquistare biglietti per i treni ad alta velocità.',
    'Non esiste un punteggio unico per tutti i cittadini, ha spiegato la ricercatrice, anche se molti giornali lo ripetono.',
  ],
  pt: [
    'A cidade mantém há três anos uma lista de empresas que não pagam as suas faturas e publica-a na sua página.',
    'Segundo o tribunal, quem está na lista já não pode comprar bilhetes de avião nem de comboio de alta velocidade.',
    'Não existe uma pontuação única para todos os cidadãos, explicou a investigadora, embora muitos jornais o repitam.',
  ],
  nl: [
    'De stad houdt sinds drie jaar een lijst bij van bedrijven die hun rekeningen niet betalen en zet die op internet.',
    'Wie op de lijst staat, mag volgens de rechtbank geen vliegtickets meer kopen en niet meer met de snelle trein reizen.',
    'Eén enkele score voor alle burgers bestaat niet, zei de onderzoekster, ook al schrijven veel kranten dat telkens weer.',
  ],
  sv: [
    'Staden har sedan tre år en förteckning över företag som inte betalar sina räkningar och lägger ut den på nätet.',
    'Den som står på listan får enligt domstolen inte längre köpa flygbiljetter eller åka med snabbtåget.',
    'Något gemensamt poängtal för alla medborgare finns inte, sade forskaren, även om många tidningar skriver det.',
  ],
  pl: [
    'Miasto od trzech lat prowadzi listę firm, które nie płacą rachunków, i publikuje ją na swojej stronie.',
    'Zdaniem sądu osoby wpisane na listę nie mogą już kupować biletów lotniczych ani jeździć szybką koleją.',
    'Nie istnieje jedna ocena dla wszystkich obywateli, wyjaśniła badaczka, choć wiele gazet wciąż o tym pisze.',
  ],
  tr: [
    'Şehir üç yıldır faturalarını ödemeyen şirketlerin bir listesini tutuyor ve bunu internet sitesinde yayımlıyor.',
    'Mahkemeye göre listede yer alanlar artık uçak bileti alamıyor ve hızlı trene binemiyor.',
    'Araştırmacı, birçok gazete yazsa da bütün vatandaşlar için tek bir puan bulunmadığını söyledi.',
  ],
  vi: [
    'Thành phố từ ba năm nay lập danh sách các công ty không trả nợ và công bố danh sách đó trên mạng.',
    'Theo tòa án, những người có tên trong danh sách không được mua vé máy bay và vé tàu cao tốc nữa.',
    'Nhà nghiên cứu nói rằng không có một điểm số chung cho mọi công dân, dù nhiều tờ báo vẫn viết như vậy.',
  ],
  id_ms: [
    'Bandar itu sejak tiga tahun lalu menyimpan senarai syarikat yang tidak membayar hutang dan menyiarkannya di internet.',
    'Menurut mahkamah, mereka yang tersenarai tidak lagi boleh membeli tiket penerbangan atau menaiki kereta api laju.',
    'Tidak ada satu markah tunggal untuk semua warganegara, kata penyelidik itu, walaupun banyak akhbar menulis begitu.',
  ],
  ru: [
    'Город уже три года ведёт список компаний, которые не платят по счетам, и публикует его на своём сайте.',
    'По словам суда, те, кто попал в список, больше не могут покупать билеты на самолёт и скоростной поезд.',
    'Единой оценки для всех граждан не существует, объяснила исследовательница, хотя многие газеты пишут иначе.',
  ],
  ar: [
    'تحتفظ المدينة منذ ثلاث سنوات بقائمة للشركات التي لا تسدد ديونها وتنشرها على موقعها في الشبكة.',
    'وبحسب المحكمة لا يستطيع من ورد اسمه في القائمة شراء تذاكر الطائرة أو القطار السريع.',
    'وقالت الباحثة إنه لا توجد درجة واحدة لجميع المواطنين رغم أن صحفا كثيرة تكتب ذلك.',
  ],
  zh: [
    '这座城市三年来一直公布不按时付款的企业名单,市民可以在网站上查询。',
    '法院表示,被列入名单的人不能购买机票,也不能乘坐高速列车。',
    '研究人员解释说,并不存在针对所有公民的统一分数,尽管许多报纸这样写。',
  ],
  ja: [
    'その市は三年前から、代金を支払わない会社の一覧を作り、ホームページで公開しています。',
    '裁判所によると、一覧に載った人は航空券を買うことも、高速鉄道に乗ることもできません。',
    '研究者は、多くの新聞がそう書いていても、すべての市民に共通する点数は存在しないと説明しました。',
  ],
};

/** English of every kind that is read; none of it may ever pass for another language. */
const ENGLISH = [
  'The city has kept a list of companies that do not pay their bills for three years and publishes it on its website.',
  'There is no single score for every citizen, the researcher said, whatever a good many newspapers may have written.',
  'Officials in Rongcheng (荣成) told the delegation that the local pilot, known as 信用积分, is voluntary for residents.',
  'Zhang Wei, Li Na, Wang Fang and Liu Yang of Suzhou, Hangzhou and Shijiazhuang municipal bureaux attended the meeting in Beijing.',
  '“失信被执行人” is how the court calls a debtor who can pay and will not; newspapers call the list a blacklist instead.',
  'CHINA TO GIVE EVERY CITIZEN A SCORE BY END OF YEAR, MINISTRY SAYS IN NEW PLAN FOR CREDIT SYSTEM',
  'BEIJING BLACKLIST BARS MILLIONS FROM TRAINS AND PLANES AS COURT TIGHTENS RULES ON UNPAID DEBT',
  'SOCIAL CREDIT SCORES: MYTH AND REALITY OF BIG BROTHER SURVEILLANCE IN XI JINPING ERA',
  'COURT BLACKLIST TRAVEL BAN SUSPENDED; SHANGHAI, CHONGQING, GUANGZHOU DEBTORS CELEBRATE SPRING FESTIVAL',
  'Score, rank, punish: Alibaba Sesame Credit, Tencent, Baidu, JD Finance and Ping An race for consumer data',
  '“Une fois inscrit, on ne voyage plus”, one man told us in Lyon; the list he meant was kept by a court in the south of China.',
];

describe('languageOf', () => {
  test.each(Object.entries(PASSAGES))('tells %s', async (code, passages) => {
    for (const text of [...passages, passages.join(' ')]) {
      const found = await languageOf(text);
      expect(found?.language, text).toBe(code === 'id_ms' ? 'ms' : code);
    }
    expect((await languageOf(passages.join(' ')))?.sure).toBe(true);
  });

  test.each(ENGLISH)('never takes English for another language: %s', async (text) => {
    const found = await languageOf(text);
    if (found?.language !== 'en') expect(found?.sure ?? false).toBe(false);
  });

  test.each(ENGLISH.slice(0, 3))('tells English: %s', async (text) => {
    expect(await languageOf(text)).toEqual({ language: 'en', sure: true });
  });

  test('English prose with long quotations stays English', async () => {
    const text = `${ENGLISH[0]} ${PASSAGES.fr![0]} ${ENGLISH[1]} ${PASSAGES.zh![0]} ${ENGLISH[0]} ${ENGLISH[1]}`;
    expect((await languageOf(text))?.language).toBe('en');
  });

  test('half one language and half another is not told for sure', async () => {
    const found = await languageOf(`${PASSAGES.de!.join(' ')} ${PASSAGES.ru!.join(' ')}`);
    expect(found?.sure).toBe(false);
  });

  test.each(['', '   ', 'China scores citizens', 'https://example.org/a/b/c?d=e 12345 @name', '信用体系'])(
    'says nothing of %j',
    async (text) => {
      expect(await languageOf(text)).toBeNull();
    },
  );

  test('says nothing of what is no language', async () => {
    expect((await languageOf('ᚠᚢᚦᚨᚱᚲᚷᚹᚺᚾᛁᛃᛇᛈᛉᛊᛏᛒᛖᛗᛚᛜᛞᛟ'.repeat(5)))?.sure ?? false).toBe(false);
  });

  test('reads a bounded part of a text without spaces', async () => {
    expect((await languageOf('x'.repeat(1_000_000)))?.sure ?? false).toBe(false);
    expect((await languageOf(`${PASSAGES.zh![1]}`.repeat(10_000)))?.language).toBe('zh');
  });
});
