import { CORPUS } from "/work/main/test/bad-input/corpus.ts";
import { VALID_CALLS } from "/work/main/test/bad-input/valid-calls.ts";
import { outcomeOf, placesOf, placeText, replaced, deepFrozen } from "/work/main/test/bad-input/calls.ts";
const only = process.argv[2];
const perBad = new Map<string, number>();
let total=0, n=0;
const t0=Date.now();
for (const call of VALID_CALLS) {
  if (only && !new RegExp(only).test(call.name)) continue;
  const tc=Date.now();
  for (const place of placesOf(call.args()).filter(p=>p.every(k=>typeof k!=="number"||k<2))) for (const bad of CORPUS) {
    const t=Date.now();
    try { outcomeOf(call, replaced(deepFrozen(call.args()), place, bad.make())); } catch {}
    const d=Date.now()-t; n++;
    perBad.set(bad.name,(perBad.get(bad.name)??0)+d);
    if (d>500) console.log("slow", call.name, placeText(place), bad.name, d);
  }
  console.log(call.name, call.variant, Date.now()-tc, "ms");
}
console.log(n, Date.now()-t0);
console.log([...perBad].sort((a,b)=>b[1]-a[1]).slice(0,25));
