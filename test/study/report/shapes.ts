/** The corpora whose figures and reports are looked at: usual ones and odd ones. */
import type { Shape } from './result.ts';

/** Names as they come: of other alphabets, too long, with markup, reversed, with pictures. */
export const ODD_NAMES = [
  '人民日報海外版新聞網絡中心第一號報紙編輯部與讀者服務處聯合出版社',
  'صحيفة الأخبار اليومية في المدينة الكبيرة',
  'Ежедневная газета большого города и его окрестностей',
  'The Very Long Named Gazette and Advertiser of Somewhere-upon-Sea and Its Surrounding Villages',
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'A\u202Edesrever\u202C name\u0000with\u0007bells',
  '👩‍👩‍👧‍👦 Family News 🗞️',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii',
  'हिन्दी दैनिक समाचार पत्र',
  '\uD800 half a character',
];

const SIXTY = Array.from({ length: 60 }, (_, index) =>
  index < ODD_NAMES.length ? ODD_NAMES[index]! : `Outlet ${index}`,
);

export const SHAPES: Record<string, Partial<Shape>> = {
  'eleven years': {},
  'eleven years of months': { unit: 'month', periods: 132, articles: 40 },
  'eleven years of weeks': { unit: 'week', from: '2014-01-06', periods: 574, articles: 6 },
  'eleven years of days': {
    unit: 'day',
    periods: 4018,
    articles: 2,
    outlets: ['Metro Daily', 'Wire One'],
    extras: false,
  },
  'a month of days': { unit: 'day', from: '2019-03-05', periods: 30, articles: 9 },
  'twenty months': { unit: 'month', from: '2019-03-01', periods: 20 },
  'six weeks': { unit: 'week', from: '2019-12-09', periods: 6 },
  'quarters over two years': { unit: 'quarter', from: '2020-07-01', periods: 8, articles: 3 },
  'a single year': { periods: 1 },
  'two years': { periods: 2, shift: false },
  'nothing ever found': { zero: true, shift: false },
  'sure dates alone': { sureDates: true },
  'without extras': { extras: false, shift: false },
  'sixty outlets with odd names': { outlets: SIXTY, articles: 60 },
  'one outlet': { outlets: [ODD_NAMES[0]!] },
  'a thin corpus': { articles: 1, unit: 'month', periods: 48 },
};
