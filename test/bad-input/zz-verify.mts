import { CORPUS } from "/work/main/test/bad-input/corpus.ts";
import { VALID_CALLS } from "/work/main/test/bad-input/valid-calls.ts";
import { outcomeOf, placesOf, placeText, replaced, deepFrozen } from "/work/main/test/bad-input/calls.ts";
const start = Number(process.argv[2] ?? 0);
for (const call of VALID_CALLS.filter(c=>/^(verify|fingerprint|formulaRecord|itemsFromCsvRows|reportByLine|pick)$/.test(c.name))) {
  let i=0;
  for (const place of placesOf(call.args()).filter(p=>p.every(k=>typeof k!=="number"||k<2))) for (const bad of CORPUS) {
    if (bad.name.includes("4,294")) continue;
    const t=Date.now();
    process.stderr.write(`\r${call.name} ${placeText(place)} ${bad.name}                  `.slice(0,150));
    try { outcomeOf(call, replaced(deepFrozen(call.args()), place, bad.make())); } catch {}
    const d=Date.now()-t; if (d>200) console.log("\nslow", call.name, placeText(place), bad.name, d);
  }
}
