import { test } from "vitest";
import fs from "node:fs"; import path from "node:path";
import { parse, stringify } from "yaml";
import { loadCatalogue } from "@cleartitle/catalogue";
import { readTitleFile } from "@cleartitle/title";
import { decide } from "./reference/decide.js";
const walk=(d:string):string[]=>fs.readdirSync(d,{withFileTypes:true}).flatMap(e=>e.isDirectory()?walk(path.join(d,e.name)):[path.join(d,e.name)]);
test("x",()=>{
 fs.rmSync("/tmp/cat",{recursive:true,force:true});fs.cpSync("/work/main/catalogue","/tmp/cat",{recursive:true});for(const d of ["licenses","terms"])fs.rmSync("/tmp/cat/"+d,{recursive:true,force:true});
 const {catalogue,problems}=loadCatalogue("/tmp/cat"); for(const p of problems.slice(0,10))console.log(JSON.stringify(p));
 if(!catalogue)return; let ok=0,bad=0;const only=process.env.ONLY;
 for(const f of walk("/work/main/catalogue/law").filter(f=>f.endsWith(".cases.yaml")).sort()){
  if(only&&!only.split(",").some(o=>f.includes(o)))continue;
  for(const c of parse(fs.readFileSync(f,"utf8"))){
   const {graph,problems}=readTitleFile(stringify(c.title,{aliasDuplicateObjects:false}),{file:"t",taxonomies:catalogue.taxonomies});
   if(!graph){bad++;console.log("READ",f,c.case,JSON.stringify(problems).slice(0,600));continue}
   let d:any;try{d=decide({graph,catalogue},c.ask,c.asOf?{asOf:c.asOf}:{})}catch(e:any){bad++;console.log("THROW",f,c.case,e.stack.slice(0,500));continue}
   const errs:string[]=[];const e=c.expect;
   if(e.decision&&e.decision!==d.decision)errs.push(`decision ${d.decision} want ${e.decision}`);
   for(const [t,s] of Object.entries(e.byTerritory??{})){const g=d.byTerritory.find((b:any)=>b.territories.includes(t));if(g?.decision!==s)errs.push(`${t} ${g?.decision} want ${s}`)}
   const sub=(k:string)=>{for(const w of e[k]??[])if(!d[k].some((x:any)=>Object.entries(w).every(([a,b])=>x[a]===b)))errs.push(`${k} lacks ${JSON.stringify(w)}; has ${JSON.stringify(d[k].map((x:any)=>Object.fromEntries(Object.keys(w).map(q=>[q,x[q]])))).slice(0,500)}`)};
   ["reasons","exposure","questions","obligations","findings"].forEach(sub);
   for(const k of ["conservative","permissive"])if(e.range?.[k]&&d.range?.[k]!==e.range[k])errs.push(`range.${k} ${d.range?.[k]} want ${e.range[k]}`);
   for(const p of e.range?.pivots??[])if(!d.range?.pivots.some((x:any)=>JSON.stringify(x)===JSON.stringify(p)))errs.push(`pivot ${JSON.stringify(p)} not in ${JSON.stringify(d.range?.pivots)}`);
   if(errs.length){bad++;console.log("BAD",path.basename(f),c.case,"\n  ",errs.join("\n   "),process.env.V?JSON.stringify(d.reasons.map((r:any)=>[r.territories.join(),r.asset,r.layer,r.action,r.decision,r.outcome,r.instrument,r.premises.filter((p:any)=>p.result!=="true").map((p:any)=>p.reads+"="+p.is),r.options?.map((o:any)=>[o.instrument,o.norm,o.fails])]),null,0):"")}else ok++;
  }}
 console.log("ok",ok,"bad",bad);
},400000);
