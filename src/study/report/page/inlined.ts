/** Made by `npm run page` from the files beside it. */
export const SCRIPT = `"use strict";(()=>{var whole=count=>String(count).replace(/\\B(?=(?:\\d{3})+$)/g,",");function percent(share){if(share===0||share===1)return\`\${share*100}%\`;const value=share*100;const text=Math.abs(value)<.995?value.toFixed(2):value.toFixed(1);return\`\${text==="100.0"?">99.9":text==="0.00"||text==="-0.00"?"<0.01":text}%\`}var percentRange=({low,high})=>\`\${bare(low)} to \${bare(high)}\`;var bare=share=>percent(share).replace("%","");var readData=()=>JSON.parse(document.getElementById("data").textContent);function pointsOf(data2,way,measure,{value="raw",interval="wilson"}={}){const packed=data2.series[way]?.[measure];if(!packed)return null;const unscaled=number=>number<0?null:number/data2.scale;return packed.k.map((k,index)=>{const n=data2.ns[packed.n][index];if(value==="corrected"){const[share,low,high]=[0,1,2].map(place2=>unscaled(packed.corrected?.[3*index+place2]??-1));return{k,n,share,low,high}}const ends=packed[interval]??[];return{k,n,share:n===0?null:k/n,low:unscaled(ends[2*index]??-1),high:unscaled(ends[2*index+1]??-1)}})}var has=(data2,way,measure,kind2)=>data2.series[way]?.[measure]?.[kind2]!==void 0;function pointWords(data2,measure,period,{k,n,share,low,high},value="raw"){const{name,unit}=data2.measures[measure];const start=\`\${name}, \${data2.periods[period].name}: \`;if(share===null)return\`\${start}no \${value==="corrected"?"corrected share":unit}\`;const interval=low===null||high===null?"":\` (95% interval \${percentRange({low,high})})\`;const count=value==="corrected"?"corrected":\`\${whole(k)} of \${whole(n)} \${unit}\`;return\`\${start}\${percent(share)}\${interval}, \${count}\`}var SVG="http://www.w3.org/2000/svg";function element(name,attributes={},...children){return filled(document.createElement(name),attributes,children)}function shape(name,attributes={},...children){return filled(document.createElementNS(SVG,name),attributes,children)}function filled(node,attributes,children){for(const[name,value]of Object.entries(attributes)){if(value!==null&&value!==void 0&&value!==false)node.setAttribute(name,value===true?"":String(value))}node.append(...children.flat(Infinity).filter(child=>child!==null&&child!==void 0));return node}var heading=element("h2",{id:"examples-title",tabindex:"-1"});var contents=element("div");var dialog=element("dialog",{id:"examples-dialog","aria-labelledby":"examples-title"},heading,contents,element("form",{method:"dialog"},element("button",{},"Close")));function addDialog(){document.body.append(dialog)}function showExamples(data2,measure,period,words){const lists=listsOf(data2,measure,period);heading.textContent=\`Example sentences: \${data2.measures[measure].name}, \${data2.periods[period].name}\`;contents.replaceChildren(element("p",{},words),...lists.length>0?lists:[element("p",{},"No example sentence of this point is on this page.")]);dialog.showModal();heading.focus()}function listsOf(data2,measure,period){const{id}=data2.measures[measure];const base=id.replace(/^stance:/,"frame:").replace(/:(?:advanced|rejected)$/,"");for(const ids of[[id],[\`\${base}:advanced\`,\`\${base}:rejected\`],[base]]){const lists=ids.flatMap(one=>{const found=document.getElementById(\`ex-\${data2.measures.findIndex(other=>other.id===one)}-\${period}\`);if(!found)return[];const list=found.cloneNode(true);list.removeAttribute("id");return[list]});if(lists.length>0)return lists}return[]}var STEPS=[.001,.002,.005,.01,.02,.05,.1,.2,.25,.5];var LEAST=.05;function shareAxis(top,most=4){const needed=Math.min(1,Math.max(top,LEAST));const step=STEPS.find(one=>Math.ceil(needed/one-1e-9)<=most)??.5;const end=Math.min(1,Math.ceil(needed/step-1e-9)*step);return{domain:[0,end],ticks:ticksOf(0,end,step),format:step<.01?".1%":".0%"}}function ticksOf(from,to,step){const count=Math.round((to-from)/step);return Array.from({length:count+1},(_,index)=>Math.round((from+index*step)*1e6)/1e6).filter(tick=>tick<=to+1e-9)}var CLASSES=[[30,"'ijlI\\u0142"],[37," ,.\\u2018\\u2019\\xB7/:;\\\\|\\u03B9f-"],[42,"()[]t!r"],[46,'"'],[54,"J*\`\\xB0sz\\u201C\\u201D\\u0433\\u0437"],[56,"_\\u2013\\u2020"],[61,"c\\u03B5\\u03B6\\u0441\\u044DL\\u03BD\\u03BE\\u0393k\\u03C5\\u03C7\\u0442vxy\\u2022\\u03B3\\u03BA\\u03BB\\u03C2\\u0432\\u0443\\u0445\\u0447\\u044C"],[62,"F"],[66,"Tao\\u03B4\\u03B8\\u03BF\\u0430\\u043E\\u0413\\xF8\\xF0e\\u0431\\u0435bdghnpqu\\u03B7\\u03C1\\u03C3\\u0440\\xDF\\xFE0123456789$}{\\u03B2\\u03BC\\u043B\\u0438\\u0439\\u043D\\u043F"],[67,"YESP"],[69,"\\u03C0"],[71,"KAVBXZ\\u03B1\\u03C6\\u0391\\u0392\\u0394\\u0446\\u0410\\u0434\\u0411\\u0412\\u044A"],[73,"RC\\u03C8\\u042F"],[79,"UHNDG&\\u03A9\\u043C"],[87,"OQw#+<=>^~\\xD7\\u2212\\xB1\\u2265\\u2264\\u03C9\\u044E\\u044B\\xF8\\xD8\\u0414\\u0444M\\u041C"],[100,"%m\\xE6W\\u0436\\u0448\\u0449\\u2014\\u2026\\xC6\\u2192"],[102,"@"],[111,"\\u0153\\u0152\\u0428\\u0429\\u0416\\u042E\\u2116"]];var WIDTHS=new Map(CLASSES.flatMap(([width,characters])=>[...characters].map(c=>[c,width])));var ALPHABETIC=/^[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]$/u;var COMBINING=/^\\p{M}$/u;var PICTURE=/^\\p{Extended_Pictographic}$/u;function widthOf(character){const known=WIDTHS.get(character);if(known!==void 0)return known;if(COMBINING.test(character))return 0;const base=character.normalize("NFD")[0];if(base!==character)return WIDTHS.get(base)??100;if(ALPHABETIC.test(character))return 85;return PICTURE.test(character)?140:100}function bolder(character){if(!/[\\x20-\\x7e]/.test(character))return 22;return/[&MPW]/.test(character)?14:8}function textWidth(text,size,bold=false){let sum=0;for(const character of text)sum+=widthOf(character)+(bold?bolder(character):0);return sum/100*size}var graphemes=new Intl.Segmenter("en",{granularity:"grapheme"});function shorten(text,width,size,bold=false){if(textWidth(text,size,bold)<=width)return text;const room=width-textWidth("\\u2026",size,bold);let kept="";let taken=0;for(const{segment}of graphemes.segment(text)){taken+=textWidth(segment,size,bold);if(taken>room)break;kept+=segment}return\`\${kept.trimEnd()}\\u2026\`}var SIZE={small:10,label:11,title:12};var DAY=864e5;var startOf=date=>Date.parse(\`\${date.slice(0,10)}T00:00:00Z\`);var endOf=date=>startOf(date)+DAY;var middleOf=({from,to})=>(startOf(from)+endOf(to))/2;var STEPS2=[{days:1,format:"%-d %b",example:"30 May"},{days:2,format:"%-d %b",example:"30 May"},{days:7,format:"%-d %b",example:"30 May"},{days:14,format:"%-d %b",example:"30 May"},...[1,3,6].flatMap(months=>[{months,format:"%b %Y",example:"May 2020"},{months,format:"%b \\u2019%y",example:"May \\u201920"}]),...[1,2,3,5,10,20,50,100,200,500,1e3,2e3].map(years=>({months:12*years,format:"%Y",example:"2000"}))];var GAP=.9;var OUT={left:17,right:12};var MONTH=30.44*DAY;function timeAxis(periods,width){const domain=[startOf(periods[0].from),endOf(periods.at(-1).to)];const scale=width/(domain[1]-domain[0]);const shortest=Math.min(...periods.slice(0,3).map(({from,to})=>endOf(to)-startOf(from)));for(const{months=0,days=0,format,example}of STEPS2){const length=days*DAY+months*MONTH;const label=textWidth(example,SIZE.small);if(length*1.15<shortest||length*scale<label+GAP*SIZE.small)continue;const starts=months?monthTicks(domain,months):dayTicks(domain,days);const named=months>=12?shortest>=360*DAY:shortest>=length*.85;const ticks=(named?middlesOf(periods,starts):starts).filter(tick=>{const at=(tick-domain[0])*scale;return at-label/2>=-OUT.left&&at+label/2<=width+OUT.right});return{domain,ticks,format}}return{domain,ticks:[],format:"%Y"}}function middlesOf(periods,starts){const wanted=new Set(starts);return periods.filter(({from})=>wanted.has(startOf(from))).map(middleOf)}function monthTicks([from,to],step){const start=new Date(from);const first=Math.ceil((start.getUTCFullYear()*12+start.getUTCMonth()+(start.getUTCDate()>1?1:0))/step);const ticks=[];for(let month=first*step;;month+=step){const tick=dateOf(Math.floor(month/12),month%12);if(tick>=to)break;ticks.push(tick)}return ticks.length>0?ticks:[from]}var dateOf=(year,month)=>new Date(0).setUTCFullYear(year,month,1);function dayTicks([from,to],step){return Array.from({length:Math.ceil((to-from)/(step*DAY))},(_,index)=>from+index*step*DAY)}var NEAR=4;var APART=8;function inLanes(labels,width,lanes){const ways=[standingBefore(labels,width,false),standingBefore(labels,width,true)];const[first,second]=ways.map(before=>placedBy(labels,lanes,before));const left=placed=>placed.filter(one=>one===null).length;return left(second)<left(first)?second:first}function placedBy(labels,lanes,before){const taken=Array.from({length:lanes},()=>[]);const free=(lane,from,to)=>taken[lane].every(one=>to<=one.from||from>=one.to);const place2=index=>{const{x,width:needed}=labels[index];const left=before.has(index)?x-NEAR-needed:x+NEAR;const[from,to]=[Math.min(x-2,left)-APART/2,Math.max(x+2,left+needed)+APART/2];for(let lane=0;lane<lanes&&left>=0;lane++){const below=taken.slice(0,lane);if(!free(lane,from,to)||!below.every((_,one)=>free(one,x-2,x+2)))continue;taken[lane].push({from,to});for(const one of below)one.push({from:x-2,to:x+2});return{lane,before:before.has(index),x:before.has(index)?x-NEAR:x+NEAR}}return null};const order=labels.map((_,index)=>index);const sorted=[...order.filter(index=>!before.has(index)).reverse(),...order.filter(index=>before.has(index))];const placed=new Map(sorted.map(index=>[index,place2(index)]));return order.map(index=>placed.get(index))}function standingBefore(labels,width,inTheWay){const before=new Set;let end=width+APART;for(let index=labels.length-1;index>=0;index--){const{x,width:needed}=labels[index];if(x+NEAR+needed+APART<=end)continue;before.add(index);if(inTheWay)end=x}return before}var COUNTS=40;var LEFT=52;var RIGHT=16;var SIZE2=12;var LANE=15;var kind=index=>index===0?"first":"second";function stretches(points){const found=[];points.forEach(({share},index)=>{if(share===null)return;if(found.at(-1)?.at(-1)===index-1)found.at(-1).push(index);else found.push([index])});return found}function ribbon(data2,{points},index,x,y){return stretches(points).map(places=>{const withEnds=places.filter(place2=>points[place2].low!==null&&points[place2].high!==null);if(withEnds.length===0)return null;const at=place2=>x(middleOf(data2.periods[place2]));if(withEnds.length===1){const[place2]=withEnds;return shape("line",{class:\`bar \${kind(index)}\`,x1:at(place2),x2:at(place2),y1:y(points[place2].low),y2:y(points[place2].high)})}const upper=withEnds.map(place2=>\`\${at(place2)},\${y(points[place2].high)}\`);const lower=withEnds.map(place2=>\`\${at(place2)},\${y(points[place2].low)}\`).reverse();return shape("path",{class:\`ribbon \${kind(index)}\`,d:\`M\${[...upper,...lower].join("L")}Z\`})})}function line(data2,{points,measure,words},index,x,y,seen){const paths=stretches(points).map(places=>shape("path",{class:\`line \${kind(index)}\`,d:\`M\${places.map(place2=>\`\${x(middleOf(data2.periods[place2]))},\${y(points[place2].share)}\`).join("L")}\`}));const alone=new Set(stretches(points).flatMap(places=>places.length===1?places:[]));const circles=points.flatMap(({share},place2)=>share===null?[]:[shape("circle",{class:\`point \${kind(index)}\${seen||alone.has(place2)?"":" unseen"}\`,"data-point":\`\${measure}.\${place2}\`,"data-label":words(place2),cx:x(middleOf(data2.periods[place2])),cy:y(share),r:3.5})]);return[...paths,shape("g",{},circles)]}function countStrip(data2,points,x,top,width){const most=Math.max(1,...points.map(({n})=>n));return[shape("text",{class:"tick",x:LEFT-6,y:top+10,"text-anchor":"end"},whole(most)),shape("text",{class:"tick",x:LEFT-6,y:top+COUNTS,"text-anchor":"end"},"n"),points.map(({n},index)=>{const[from,to]=[x(startOf(data2.periods[index].from)),x(endOf(data2.periods[index].to))];const high=n/most*COUNTS;return n===0?null:shape("rect",{class:"count",x:from+(to-from)*.08,width:(to-from)*.84,y:top+COUNTS-high,height:high})}),shape("line",{class:"axis",x1:LEFT,x2:width-RIGHT,y1:top+COUNTS,y2:top+COUNTS})]}function eventStrip(events,x,width){const labels=events.map(({date,label})=>{const words=shorten(label,Math.min(260,width*.6),SIZE2);return{words,x:x(startOf(date)),width:textWidth(words,SIZE2)}});const placed=inLanes(labels,width-RIGHT,6);const lanes=Math.max(0,...placed.map(one=>one?one.lane+1:0));const height=lanes*LANE;const shapes=bottom=>labels.map((label,index)=>{const at=placed[index];const top=at?height-(at.lane+1)*LANE+4:height+12;return[shape("line",{class:"event",x1:label.x,x2:label.x,y1:top,y2:bottom}),at&&shape("text",{class:"event",x:at.x,y:height-at.lane*LANE-1,"text-anchor":at.before?"end":"start"},label.words)]});return{height,shapes}}var MONTHS=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"];function dateWords(time,format){const date=new Date(time);const[year,month]=[date.getUTCFullYear(),MONTHS[date.getUTCMonth()]];return format.replace("%-d",date.getUTCDate()).replace("%b",month).replace("%Y",year).replace("%y",String(year%100).padStart(2,"0"))}var HEIGHT=230;var APART2=9;function drawChart(data2,series,{width,changes}){const inner=width-LEFT-RIGHT;const time=timeAxis(data2.periods,inner);const x=at=>LEFT+(at-time.domain[0])/(time.domain[1]-time.domain[0])*inner;const strip=eventStrip(data2.events,x,width);const top=strip.height+12;const known=series.flatMap(({points})=>points.filter(({share})=>share!==null));const axis=shareAxis(known.reduce((most,{share,high})=>Math.max(most,share,high??0),0),5);const y=share=>top+HEIGHT*(1-Math.min(share,axis.domain[1])/axis.domain[1]);const counts=countStrip(data2,series[0].points,x,top+HEIGHT+22,width);const height=top+HEIGHT+22+COUNTS+24;return shape("svg",{width,height,viewBox:\`0 0 \${width} \${height}\`,role:"group",class:"chart","font-size":SIZE2},axis.ticks.map(tick=>[shape("line",{class:"grid",x1:LEFT,x2:width-RIGHT,y1:y(tick),y2:y(tick)}),shape("text",{class:"tick",x:LEFT-6,y:y(tick)+4,"text-anchor":"end"},percent(tick).replace(".0%","%"))]),strip.shapes(top+HEIGHT),changes.map(at=>shape("line",{class:"change",x1:x(at),x2:x(at),y1:top,y2:top+HEIGHT})),series.map((one,index)=>ribbon(data2,one,index,x,y)),series.map((one,index)=>line(data2,one,index,x,y,inner/data2.periods.length>=APART2)),counts,time.ticks.map(tick=>[shape("line",{class:"axis",x1:x(tick),x2:x(tick),y1:top+HEIGHT,y2:top+HEIGHT+5}),shape("text",{class:"tick",x:x(tick),y:height-6,"text-anchor":"middle"},dateWords(tick,time.format))]),shape("line",{class:"axis",x1:LEFT,x2:width-RIGHT,y1:top+HEIGHT,y2:top+HEIGHT}))}var GROUPS=[["frame","Frames"],["label","Labels of claims"],["article","Articles"],["attribution","Attribution"],["misreport","Misreports"]];function measureList(data2){const main=data2.series[\`story \${data2.dating}\`];const select=element("select",{id:"x-measure"});for(const[family,label]of GROUPS){const options=data2.measures.filter(({id,family:own},index)=>own===family&&id.split(":").length===2&&main[index]!==void 0);if(options.length>0)select.append(element("optgroup",{label},options.map(({id,name})=>element("option",{value:id},name))))}return select}function choiceOf(name,legend,choices){return element("fieldset",{"data-name":name},element("legend",{},legend),choices.map(([value,words],index)=>element("label",{},element("input",{type:"radio",name:\`x-\${name}\`,value,checked:index===0})," ",words)))}var chosen=(form,name)=>form.querySelector(\`input[name="x-\${name}"]:checked\`)?.value;function allow(form,name,allowed){const inputs=[...form.querySelectorAll(\`input[name="x-\${name}"]\`)];for(const input of inputs)input.disabled=!allowed(input.value);if(!inputs.some(input=>input.checked&&!input.disabled)){const first=inputs.find(input=>!input.disabled);if(first)first.checked=true}}function readChoice(data2,form,base){const indexOf=id=>data2.measures.findIndex(measure=>measure.id===id);const ids={both:[\`\${base}:advanced\`,\`\${base}:rejected\`],advanced:[\`\${base}:advanced\`],rejected:[\`\${base}:rejected\`],either:[base],ratio:[base.replace(/^frame:/,"stance:")]};const isFrame=base.startsWith("frame:");form.querySelector('[data-name="stance"]').hidden=!isFrame;const counted=(counting,dating)=>data2.series[\`\${counting} \${dating}\`]?.[indexOf(base)]!==void 0;allow(form,"counting",value2=>counted(value2,"all")||counted(value2,"sure"));allow(form,"dating",value2=>counted(chosen(form,"counting"),value2));const way=()=>\`\${chosen(form,"counting")} \${chosen(form,"dating")}\`;const known=measures2=>measures2.every(id=>data2.series[way()]?.[indexOf(id)]);if(isFrame)allow(form,"stance",value2=>known(ids[value2]));const measures=(isFrame?ids[chosen(form,"stance")]:[base]).map(indexOf);allow(form,"value",value2=>value2==="raw"||measures.every(measure=>has(data2,way(),measure,"corrected")));const value=chosen(form,"value");allow(form,"interval",name=>name==="wilson"||value==="raw"&&measures.every(measure=>has(data2,way(),measure,name)));return{measures,way:way(),value,interval:chosen(form,"interval"),counting:chosen(form,"counting"),dating:chosen(form,"dating")}}function seriesOf(data2,{measures,way,value,interval}){return measures.flatMap(measure=>{const points=pointsOf(data2,way,measure,{value,interval});return points?[{points,measure,name:data2.measures[measure].name,words:period=>pointWords(data2,measure,period,points[period],value)}]:[]})}var changesOf=(data2,{measures,way})=>way===\`story \${data2.dating}\`?data2.changes.filter(([measure])=>measures.some(one=>one===measure||data2.measures[one].id.startsWith(\`\${data2.measures[measure].id}:\`))).map(([,from])=>startOf(from)):[];var INTERVALS={wilson:"Wilson intervals",byOutlet:"intervals by outlet",byStory:"intervals by story"};function statusWords(data2,{counting,dating,value,interval},series){const{unit}=data2.measures[series[0].measure];const n=series[0].points.reduce((sum,point)=>sum+point.n,0);const how=[counting==="story"?"copies counted once":"each article counted",dating==="all"?"all dates":"sure dates alone",value==="raw"?"as counted":"corrected for the program\\u2019s error"];const ends=value==="raw"?\`95% \${INTERVALS[interval]}\`:"95% intervals";return\`\${series.map(({name})=>name).join(" and ")}: \${how.join(", ")}; \${whole(n)} \${unit}, by \${data2.unit}; \${ends}.\`}function tableOf(data2,series){const cell=text=>element("td",{class:"n"},text);const end=share=>share===null?"\\u2013":percent(share);const head=["k","n","Share","Low","High"];return element("div",{class:"scroll",role:"region",tabindex:"0","aria-label":"Data of the chart"},element("table",{},element("caption",{},"Data of the chart"),element("thead",{},element("tr",{},element("th",{scope:"col"},"Period"),series.flatMap(({name})=>head.map(one=>element("th",{scope:"col",class:"n"},series.length>1?\`\${name}: \${one}\`:one))))),element("tbody",{},data2.periods.map(({name},index)=>element("tr",{},element("th",{scope:"row"},name),series.flatMap(({points})=>{const{k,n,share,low,high}=points[index];return[cell(whole(k)),cell(whole(n)),...[share,low,high].map(one=>cell(end(one)))]}))))))}var tip=element("div",{id:"tip",role:"tooltip",hidden:true});var NEAR2=10;var of=null;function addTip(){document.body.append(tip);document.addEventListener("keydown",event=>{if(event.key==="Escape")hideTip()});addEventListener("scroll",place,{passive:true,capture:true})}function hideTip(){of=null;tip.hidden=true}function showTip(mark,words){of=mark;tip.textContent=words;tip.hidden=false;place()}function place(){if(!of)return;const at=of.getBoundingClientRect();const{width,height}=tip.getBoundingClientRect();const room=document.documentElement.clientWidth-width-NEAR2;tip.style.left=\`\${Math.max(NEAR2,Math.min(room,at.left+at.width/2-width/2))}px\`;tip.style.top=\`\${at.top-height-NEAR2>0?at.top-height-NEAR2:at.bottom+NEAR2}px\`}var REACH=24;function addPoints(svg,wordsOf2,open2,runsDown=false){const points=[...svg.querySelectorAll("[data-point], [data-label]")];if(points.length===0)return;svg.setAttribute("role","group");const series=[...grouped(points)];let active=null;const choose=(point,focus)=>{if(active&&active!==point){active.setAttribute("tabindex","-1");active.classList.remove("active")}active=point;point.setAttribute("tabindex","0");point.setAttribute("role","button");point.setAttribute("aria-label",wordsOf2(point));if(focus)point.focus({preventScroll:false})};const step=key=>{const[row,at]=placeOf(series,active);const[within,across]=runsDown?[["ArrowDown","ArrowUp"],["ArrowRight","ArrowLeft"]]:[["ArrowRight","ArrowLeft"],["ArrowDown","ArrowUp"]];if(key===within[0])return series[row][at+1];if(key===within[1])return series[row][at-1];if(key===across[0])return nearest(series[row+1],active,runsDown);if(key===across[1])return nearest(series[row-1],active,runsDown);if(key==="Home")return series[row][0];return key==="End"?series[row].at(-1):void 0};choose(points[0],false);svg.addEventListener("focusin",({target})=>{if(!points.includes(target))return;choose(target,false);target.classList.add("active");showTip(target,wordsOf2(target))});svg.addEventListener("focusout",()=>{active.classList.remove("active");hideTip()});svg.addEventListener("keydown",event=>{if(event.altKey||event.ctrlKey||event.metaKey)return;if(event.key==="Enter"||event.key===" ")open2(active);else{const next=step(event.key);if(!next)return;choose(next,true)}event.preventDefault()});followPointer(svg,points,wordsOf2,open2)}function followPointer(svg,points,wordsOf2,open2){let under=null;const leave=()=>{if(!under)return;under.classList.remove("active");under=null;hideTip()};svg.addEventListener("pointermove",event=>{const point=pointAt(points,event);if(point===under)return;leave();if(!point)return;under=point;point.classList.add("active");showTip(point,wordsOf2(point))});svg.addEventListener("pointerleave",leave);svg.addEventListener("click",event=>{const point=pointAt(points,event);if(point)open2(point)})}function pointAt(points,{clientX,clientY}){let[best,least]=[null,REACH**2];for(const point of points){const{left,top,width,height}=point.getBoundingClientRect();const distance=(left+width/2-clientX)**2+(top+height/2-clientY)**2;if(distance<least)[best,least]=[point,distance]}return best}function grouped(points){const series=new Map;for(const point of points)series.set(point.parentNode,[...series.get(point.parentNode)??[],point]);return series.values()}function placeOf(series,point){const row=series.findIndex(one=>one.includes(point));return[row,series[row].indexOf(point)]}function nearest(points,from,runsDown){if(!points)return void 0;const middle=point=>{const{left,top,width,height}=point.getBoundingClientRect();return runsDown?top+height/2:left+width/2};const at=middle(from);const period=point=>point.dataset.point?.split(".")[1];const same=points.find(point=>period(point)!==void 0&&period(point)===period(from));return same??points.reduce((best,point)=>Math.abs(middle(point)-at)<Math.abs(middle(best)-at)?point:best)}var CHOICES=[["stance","Stance",[["both","advanced and rejected"],["advanced","advanced"],["rejected","rejected"],["either","either"],["ratio","advanced, of those that carry it"]]],["counting","Copies",[["story","once per story"],["article","each article"]]],["dating","Dates",[["all","all"],["sure","sure ones alone"]]],["value","Shares",[["raw","as counted"],["corrected","corrected"]]],["interval","Intervals",[["wilson","Wilson"],["byOutlet","by outlet"],["byStory","by story"]]]];function addExplorer(data2){const place2=document.getElementById("explorer");if(!place2||data2.periods.length<2||!data2.series[\`story \${data2.dating}\`])return;const list=measureList(data2);const form=element("form",{class:"controls"},element("label",{class:"measure"},"What ",list),CHOICES.map(([name,legend,choices])=>choiceOf(name,legend,choices)));form.querySelector(\`input[value="\${data2.dating}"]\`).checked=true;const status=element("p",{class:"status",role:"status"});const key=element("p",{class:"key"});const chart=element("div",{class:"chart-place"});const table=element("details",{class:"data"},element("summary",{},"Show the data of this chart as a table"));place2.append(element("h3",{},"Choose what to look at"),form,status,key,chart,element("p",{class:"note"},"Arrow keys move from point to point; Enter shows example sentences."),table);place2.hidden=false;const draw=()=>{const choice=readChoice(data2,form,list.value);const series=seriesOf(data2,choice);if(series.length===0)return;const svg=drawChart(data2,series,{width:Math.max(280,chart.clientWidth),changes:changesOf(data2,choice)});svg.setAttribute("aria-label",\`\${statusWords(data2,choice,series)} Points can be reached with the arrow keys.\`);chart.replaceChildren(svg);addPoints(svg,point=>point.dataset.label,point=>showExamples(data2,...point.dataset.point.split(".").map(Number),point.dataset.label));key.replaceChildren(...series.map(({name},index)=>element("span",{class:\`key-entry \${index===0?"first":"second"}\`},name)));status.textContent=statusWords(data2,choice,series);table.replaceChildren(table.firstChild,tableOf(data2,series))};form.addEventListener("change",draw);form.addEventListener("submit",event=>event.preventDefault());let width=0;new ResizeObserver(([entry])=>{if(Math.abs(entry.contentRect.width-width)<1)return;width=entry.contentRect.width;draw()}).observe(chart)}function checkCount({k,n}){if(!(k>=0&&k<=n&&n<Infinity))throw new RangeError(\`\${k} of \${n} is no count\`)}var CENTRE=[[2509.0809287301227,33430.57558358813,67265.7709270087,45921.95393154987,13731.69376550946,1971.5909503065513,133.14166789178438,3.3871328727963665],[5226.495278852854,28729.085735721943,39307.89580009271,21213.794301586597,5394.196021424751,687.1870074920579,42.31333070160091,1]];var TAIL=[[.0007745450142783414,.022723844989269184,.2417807251774506,1.2704582524523684,3.6478483247632045,5.769497221460691,4.630337846156546,1.4234371107496835],[10507500716444169e-25,.0005475938084995345,.015198666563616457,.14810397642748008,.6897673349851,1.6763848301838038,2.053191626637759,1]];var FAR_TAIL=[[20103343992922881e-23,27115555687434876e-21,.0012426609473880784,.026532189526576124,.29656057182850487,1.7848265399172913,5.463784911164114,6.657904643501103],[20442631033899397e-31,1421511758316446e-22,18463183175100548e-21,.0007868691311456133,.014875361290850615,.1369298809227358,.599832206555888,1]];var polynomial=(coefficients,x)=>coefficients.reduce((sum,coefficient)=>sum*x+coefficient,0);var rational=([above,below],x)=>polynomial(above,x)/polynomial(below,x);function normalQuantile(p){if(!(p>=0&&p<=1))throw new RangeError(\`no quantile at \${p}: a probability is from 0 to 1\`);const off=p-.5;if(Math.abs(off)<=.425)return off*rational(CENTRE,.180625-off*off);const tail=off<0?p:1-p;if(tail===0)return off<0?-Infinity:Infinity;const r=Math.sqrt(-Math.log(tail));const z=r<=5?rational(TAIL,r-1.6):rational(FAR_TAIL,r-5);return off<0?-z:z}function criticalZ(level){if(!(level>0&&level<1))throw new RangeError(\`no interval of level \${level}: a level is between 0 and 1\`);return normalQuantile((1+level)/2)}function wilson(count,level=.95){checkCount(count);const{k,n}=count;const z=criticalZ(level);if(n===0)return null;const share=k/n;const shrink=1+z*z/n;const centre=(share+z*z/(2*n))/shrink;const half=z/shrink*Math.sqrt(share*(1-share)/n+(z/(2*n))**2);return{low:k===0?0:Math.max(0,Math.min(share,centre-half)),high:k===n?1:Math.min(1,Math.max(share,centre+half))}}var ROW=22;var SIZE3=12;var NAMES={outlet:"outlets",country:"countries",language:"languages"};function addGroups(data2){const place2=document.getElementById("groups-explorer");const kinds=Object.keys(data2.groups);if(!place2||kinds.length===0)return;const measures=element("select",{id:"x-group-measure"},data2.measures.map(({name},index)=>element("option",{value:index},name)));const by=element("select",{id:"x-group-by"},kinds.map(kind2=>element("option",{value:kind2},NAMES[kind2])));const form=element("form",{class:"controls"},element("label",{class:"measure"},"What ",measures),element("label",{class:"measure"},"Of ",by));const status=element("p",{class:"status",role:"status"});const chart=element("div",{class:"chart-place"});place2.append(element("h3",{},"Choose what to compare"),form,status,chart);place2.hidden=false;const draw=()=>{const rows=rowsOf(data2,by.value,Number(measures.value));const{name,unit}=data2.measures[Number(measures.value)];status.textContent=rows.length===0?\`\${name}: no \${unit} in any of the \${NAMES[by.value]}.\`:\`\${name}, by \${by.value}: share of \${unit}, copies counted once, 95% Wilson intervals; the highest first.\`;if(rows.length===0)return chart.replaceChildren();const svg=drawRows(rows,Math.max(280,chart.clientWidth),unit);svg.setAttribute("aria-label",status.textContent);chart.replaceChildren(svg);addPoints(svg,point=>point.dataset.label,()=>{},true)};form.addEventListener("change",draw);form.addEventListener("submit",event=>event.preventDefault());let width=0;new ResizeObserver(([entry])=>{if(Math.abs(entry.contentRect.width-width)<1)return;width=entry.contentRect.width;draw()}).observe(chart)}function rowsOf(data2,kind2,measure){const{names,counts}=data2.groups[kind2];const[k,n]=counts[measure]??[[],[]];return names.map((name,index)=>({name,k:k[index]??0,n:n[index]??0})).filter(row=>row.n>0).map(row=>({...row,share:row.k/row.n,ends:wilson({k:row.k,n:row.n})})).sort((a,b)=>b.share-a.share||b.n-a.n)}function drawRows(rows,width,unit){const labels=rows.map(({name})=>shorten(name,width*.38,SIZE3));const notes=rows.map(({k,n})=>\`\${whole(k)} of \${whole(n)}\`);const left=Math.max(...labels.map(label=>textWidth(label,SIZE3)))+10;const right=Math.max(...notes.map(note=>textWidth(note,SIZE3)))+12;const axis=shareAxis(Math.max(...rows.map(({ends})=>ends.high)),width<500?2:4);const x=share=>left+share/axis.domain[1]*(width-left-right);const height=rows.length*ROW+26;const y=row=>row*ROW+ROW/2;return shape("svg",{width,height,viewBox:\`0 0 \${width} \${height}\`,role:"group",class:"chart","font-size":SIZE3},axis.ticks.map(tick=>[shape("line",{class:"grid",x1:x(tick),x2:x(tick),y1:0,y2:rows.length*ROW}),shape("text",{class:"tick",x:x(tick),y:height-8,"text-anchor":"middle"},percent(tick).replace(".0%","%"))]),rows.map(({ends},row)=>[shape("text",{class:"event",x:left-8,y:y(row)+4,"text-anchor":"end"},labels[row]),shape("text",{class:"tick",x:width,y:y(row)+4,"text-anchor":"end"},notes[row]),shape("line",{class:"bar first",x1:x(ends.low),x2:x(ends.high),y1:y(row),y2:y(row)})]),shape("g",{},rows.map(({name,k,n,share,ends},row)=>shape("circle",{class:"point first","data-label":\`\${name}: \${percent(share)} (95% interval \${percentRange(ends)}), \${whole(k)} of \${whole(n)} \${unit}\`,cx:x(share),cy:y(row),r:4}))))}var data=readData();addDialog();addTip();addExplorer(data);addGroups(data);for(const svg of document.querySelectorAll("figure svg")){const runsDown=svg.querySelector("[data-point]")===null;addPoints(svg,wordsOf,open,runsDown)}var regions=new ResizeObserver(entries=>{for(const{target}of entries){if(target.scrollWidth>target.clientWidth)target.setAttribute("tabindex","0");else target.removeAttribute("tabindex")}});for(const region of document.querySelectorAll(".scroll"))regions.observe(region);function wordsOf(point){if(point.dataset.label)return point.dataset.label;const[measure,period]=placeOf2(point);const way=\`story \${data.dating}\`;const raw=pointsOf(data,way,measure)?.[period];if(!raw)return\`\${data.measures[measure].name}, \${data.periods[period].name}\`;const corrected=pointsOf(data,way,measure,{value:"corrected"})[period];const words=pointWords(data,measure,period,raw);const inBoth=point.closest("svg").id==="figure-framing-corrected"&&corrected.share!==null;return inBoth?\`\${words}; \${pointWords(data,measure,period,corrected,"corrected").split(": ").at(-1)}\`:words}function open(point){if(point.dataset.point)showExamples(data,...placeOf2(point),wordsOf(point))}function placeOf2(point){return point.dataset.point.split(".").map(Number)}})();
`;

export const STYLE = `:root {
  color-scheme: light dark;
  --page: #ffffff;
  --ink: #1f2328;
  --muted: #555d66;
  --axis: #848d97;
  --grid: #dfe3e8;
  --first: #0b3d78;
  --second: #cc6a0c;
  --bar: #b6bec7;
  --soft: #f3f5f7;
  --mark: #fff0b3;
  --link: #0b4f9e;
}

@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181d;
    --ink: #e6e9ec;
    --muted: #a9b3bd;
    --axis: #7b8794;
    --grid: #333c45;
    --first: #8fbcff;
    --second: #e8963f;
    --bar: #525d68;
    --soft: #1d232a;
    --mark: #5a4a00;
    --link: #8fbcff;
  }
}

* {
  box-sizing: border-box;
}

@media (prefers-reduced-motion: no-preference) {
  html {
    scroll-behavior: smooth;
  }
}

body {
  margin: 0 auto;
  max-width: 47rem;
  padding: 1rem clamp(0.75rem, 4vw, 1rem) 4rem;
  background: var(--page);
  color: var(--ink);
  font:
    1rem / 1.55 system-ui,
    -apple-system,
    "Segoe UI",
    Roboto,
    Arial,
    sans-serif;
  overflow-wrap: break-word;
}

h1,
h2,
h3,
h4 {
  line-height: 1.25;
  text-wrap: balance;
}

h1 {
  margin: 1rem 0 0.25rem;
  font-size: clamp(1.5rem, 5vw, 2rem);
}

h2 {
  margin: 3rem 0 0.75rem;
  padding-top: 0.75rem;
  border-top: 1px solid var(--grid);
  font-size: 1.4rem;
}

h3 {
  margin: 1.75rem 0 0.5rem;
  font-size: 1.1rem;
}

h4 {
  margin: 1rem 0 0.25rem;
  font-size: 1rem;
}

a {
  color: var(--link);
}

:focus-visible {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}

.skip {
  position: absolute;
  left: -100vw;
  padding: 0.5rem 1rem;
  background: var(--page);
}

.skip:focus {
  left: 0.5rem;
  top: 0.5rem;
  z-index: 3;
}

header p,
.note,
figcaption,
footer,
.status {
  color: var(--muted);
}

li {
  margin: 0.3rem 0;
}

nav ol {
  columns: 15rem;
  padding-left: 1.5rem;
}

nav li {
  break-inside: avoid;
  padding: 0.1rem 0;
}

mark {
  background: var(--mark);
  color: inherit;
}

blockquote {
  margin: 1rem 0;
  padding: 0.1rem 1rem;
  border-left: 3px solid var(--axis);
}

.hash,
.id {
  overflow-wrap: anywhere;
  font:
    0.85em ui-monospace,
    Menlo,
    Consolas,
    monospace;
}

.id {
  color: var(--muted);
}

.references {
  padding-left: 1.25rem;
}

.left-out {
  padding: 0.75rem 1rem;
  background: var(--soft);
}

details {
  margin: 0.75rem 0;
}

summary {
  cursor: pointer;
  padding: 0.25rem 0;
}

summary h3 {
  display: inline;
  margin: 0;
}

q {
  quotes: none;
}

.examples ul {
  margin: 0;
}

cite {
  font-style: normal;
}

figure {
  margin: 1.5rem 0;
}

figcaption {
  margin-top: 0.5rem;
  font-size: 0.9rem;
}

figcaption strong {
  color: var(--ink);
}

.scroll {
  max-width: 100%;
  overflow-x: auto;
}

figure svg,
.chart {
  display: block;
}

/* What figures draw in, on light and on dark: the colours of \`figures/palette.ts\`. */
svg [fill="#ffffff"] {
  fill: var(--page);
}

svg [fill="#1f2328"] {
  fill: var(--ink);
}

svg [stroke="#1f2328"] {
  stroke: var(--ink);
}

svg [fill="#555d66"] {
  fill: var(--muted);
}

svg [stroke="#555d66"] {
  stroke: var(--muted);
}

svg [stroke="#848d97"] {
  stroke: var(--axis);
}

svg [stroke="#dfe3e8"] {
  stroke: var(--grid);
}

svg [fill="#0b3d78"] {
  fill: var(--first);
}

svg [stroke="#0b3d78"] {
  stroke: var(--first);
}

svg [fill="#cc6a0c"] {
  fill: var(--second);
}

svg [stroke="#cc6a0c"] {
  stroke: var(--second);
}

svg [fill="#b6bec7"] {
  fill: var(--bar);
}

/* Points that are reached or pointed at. */
svg [data-point],
svg [data-label] {
  cursor: pointer;
  outline: none;
}

svg .active {
  fill: var(--page);
  stroke: var(--ink);
  stroke-width: 2.5px;
  r: 5px;
}

.chart text {
  fill: var(--muted);
}

.chart .event {
  fill: var(--ink);
  stroke: none;
}

.chart line.event {
  stroke: var(--muted);
}

.chart .grid {
  stroke: var(--grid);
}

.chart .axis {
  stroke: var(--axis);
}

.chart .change {
  stroke: var(--ink);
  stroke-dasharray: 1.5 2.5;
}

.chart .count {
  fill: var(--bar);
}

.chart .line {
  fill: none;
  stroke-width: 2;
}

.chart .ribbon {
  stroke: none;
  fill-opacity: 0.2;
}

.chart .first {
  stroke: var(--first);
}

.chart .second {
  stroke: var(--second);
}

.chart .line.second {
  stroke-dasharray: 5 3;
}

.chart .ribbon.first,
.chart .point.first {
  fill: var(--first);
}

.chart .ribbon.second {
  fill: var(--second);
}

.chart .point.second {
  fill: var(--page);
}

.chart .ribbon {
  stroke: none;
}

.chart .point {
  stroke-width: 1.5;
}

.chart .point.unseen {
  fill-opacity: 0;
  stroke-opacity: 0;
}

.chart .point.active {
  fill: var(--page);
  stroke: var(--ink);
  fill-opacity: 1;
  stroke-opacity: 1;
}

.controls {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  padding: 0.75rem;
  background: var(--soft);
}

.controls .measure {
  flex-basis: 100%;
  min-width: 0;
}

select,
button {
  box-sizing: border-box;
  max-width: 100%;
  padding: 0.4rem 0.6rem;
  border: 1px solid var(--axis);
  border-radius: 4px;
  background: var(--page);
  color: var(--ink);
  font: inherit;
}

fieldset {
  min-width: 0;
  margin: 0;
  padding: 0.25rem 0.75rem 0.5rem;
  border: 1px solid var(--axis);
  border-radius: 4px;
}

fieldset label {
  display: block;
  padding: 0.1rem 0;
}

input[type="radio"] {
  accent-color: var(--link);
}

label:has(:disabled) {
  color: var(--muted);
  text-decoration: line-through;
}

.key {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
}

.key-entry::before {
  content: "";
  display: inline-block;
  width: 2rem;
  margin-right: 0.5rem;
  border-top: 3px solid var(--first);
  vertical-align: middle;
}

.key-entry.second::before {
  border-top: 3px dashed var(--second);
}

table {
  border-collapse: collapse;
  font-size: 0.9rem;
}

caption {
  padding: 0.5rem 0;
  text-align: left;
  color: var(--muted);
}

th,
td {
  padding: 0.25rem 0.75rem 0.25rem 0;
  border-bottom: 1px solid var(--grid);
  text-align: left;
  vertical-align: top;
}

th[scope="row"] {
  font-weight: normal;
}

.n {
  text-align: right;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}

th.n {
  white-space: normal;
}

#tip {
  position: fixed;
  z-index: 2;
  max-width: min(22rem, calc(100vw - 20px));
  padding: 0.4rem 0.6rem;
  border: 1px solid var(--axis);
  border-radius: 4px;
  background: var(--page);
  color: var(--ink);
  font-size: 0.9rem;
  pointer-events: none;
}

dialog {
  width: min(44rem, 100vw - 1.5rem);
  max-height: 85vh;
  padding: 1rem 1.25rem;
  border: 1px solid var(--axis);
  border-radius: 6px;
  background: var(--page);
  color: var(--ink);
}

dialog h2 {
  margin-top: 0;
  padding-top: 0;
  border: 0;
}

dialog::backdrop {
  background: rgb(0 0 0 / 50%);
}

@media print {
  :root {
    color-scheme: light;
    --page: #ffffff;
    --ink: #1f2328;
    --muted: #555d66;
    --axis: #848d97;
    --grid: #dfe3e8;
    --first: #0b3d78;
    --second: #cc6a0c;
    --bar: #b6bec7;
    --mark: #e8e8e8;
    --link: #1f2328;
  }

  body {
    max-width: none;
    padding: 0;
    font-size: 10pt;
  }

  nav,
  .skip,
  #explorer,
  #tip,
  details:not([open]),
  .note {
    display: none;
  }

  .scroll {
    overflow: visible;
  }

  figure svg {
    max-width: 100%;
    height: auto;
  }

  figure,
  tr,
  li {
    break-inside: avoid;
  }

  h2,
  h3,
  h4 {
    break-after: avoid;
  }
}
`;
