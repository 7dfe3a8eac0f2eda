// Writes src/figure/data/currencies.rs and src/figure/data/units.rs from Unicode CLDR.
//
//     node scripts/cldr-tables.mjs NODE_MODULES && cargo fmt --all
//
// `make tables` fetches the packages and runs this. The tables are
// committed, so that a build needs no network. CLDR is under the Unicode License v3.
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const require = createRequire(import.meta.url);
const packages = resolve(process.argv[2] ?? "node_modules");
const read = (path) => require(resolve(packages, path));
const version = read("cldr-numbers-full/package.json").version;
const folder = new URL("../src/figure/data/", import.meta.url);
mkdirSync(folder, { recursive: true });

const byBytes = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const rows = (map) => [...map].sort(byBytes).map(([k, v]) => `(${JSON.stringify(k)}, ${JSON.stringify(v)}),`);
const table = (name, doc, map) =>
  `/// ${doc}\npub(in crate::figure) const ${name}: &[(&str, &str)] = &[\n${rows(map).join("\n")}\n];\n`;
const head = (what) =>
  `//! ${what}, from Unicode CLDR ${version} (Unicode License v3), by scripts/cldr-tables.mjs. Not edited by hand.\n\n`;

// ---------------------------------------------------------------- currencies

const names = read("cldr-numbers-full/main/en/currencies.json").main.en.numbers.currencies;
const regions = read("cldr-core/supplemental/currencyData.json").supplemental.currencyData.region;
const current = new Set();
for (const region of Object.values(regions))
  for (const entry of region)
    for (const [code, use] of Object.entries(entry))
      if (!use._to && use._tender !== "false") current.add(code);
// Money of the last decades that news still counts in.
const former = ["ESP", "NLG", "FRF", "DEM", "ITL", "ATS", "BEF", "FIM", "GRD", "IEP", "PTE", "HRK", "BGN", "ZWL", "ANG"];
const codes = [...new Set([...current, ...former, "XDR"])].filter((code) => names[code]).sort();

const coins = new Map(); // "swiss francs" -> CHF
const nouns = new Map(); // "francs" -> codes in use
for (const code of codes) {
  for (const count of ["one", "other"]) {
    const full = names[code][`displayName-count-${count}`]?.toLowerCase();
    if (!full || /[(\d]/.test(full)) continue;
    const plain = full.replace(/ʻ/g, "'").normalize("NFC");
    const spellings = new Set([plain, plain.normalize("NFD").replace(/\p{M}/gu, "")]);
    for (const spelling of [...spellings]) {
      spellings.add(spelling.replace(/ new /, " "));
      spellings.add(spelling.replace(/ruble/, "rouble"));
      // "zlotys" in CLDR, "zloty" in print: "100 zloty".
      if (count === "other") spellings.add(spelling.replace(/s$/, ""));
    }
    for (const spelling of spellings) {
      const noun = spelling.split(" ").pop();
      if (spelling !== noun) coins.set(spelling, code);
      if (current.has(code) || !nouns.has(noun)) nouns.set(noun, (nouns.get(noun) ?? new Set()).add(code));
    }
  }
}
// An adjective's place in a name varies: "New Taiwan dollars" are also "Taiwan dollars".
for (const [spelling, code] of [...coins])
  if (/^new /.test(spelling) && !coins.has(spelling.slice(4))) coins.set(spelling.slice(4), code);
const single = new Map();
for (const [noun, owners] of nouns) {
  const now = [...owners].filter((code) => current.has(code));
  const only = now.length === 1 ? now[0] : now.length === 0 && owners.size === 1 ? [...owners][0] : "";
  single.set(noun, only);
}
// English words that are also money in CLDR's spelling.
for (const word of ["gold", "sole", "mark", "rights", "right", "leone", "real"]) single.delete(word);

const signs = new Map();
for (const code of codes) {
  for (const sign of [names[code].symbol, names[code]["symbol-alt-narrow"]])
    if (sign && !/^[A-Za-z .]+$/.test(sign) && sign !== code && !signs.has(sign)) signs.set(sign, code);
}
for (const [sign, code] of [["$", "USD"], ["£", "GBP"], ["¥", "JPY"], ["₩", "KRW"]]) signs.set(sign, code);

writeFileSync(
  new URL("currencies.rs", folder),
  head("Currencies of ISO 4217: codes, signs and English names") +
    `/// Every code, in order, one after the other.\npub(in crate::figure) const CODES: &str = ${JSON.stringify(codes.join(""))};\n\n` +
    table("SIGNS", "Signs and their currency, sorted.", signs) + "\n" +
    table("COINS", "Names of several words, in lower case, sorted.", coins) + "\n" +
    table("NOUNS", "The last words of the names, sorted: with a code where only one currency in use has it.", single),
);

// ---------------------------------------------------------------- units

const english = read("cldr-units-full/main/en/units.json").main.en.units;
const british = read("cldr-units-full/main/en-GB/units.json").main["en-GB"].units;
// Prefixes and compounds; units nobody prints; words that mean something else far more often
// ("two bars", "three revolutions", "10 drops").
const left_out =
  /^(power\d|times|per|\d+p|duration|coordinate|concentr-(item|part$|of|percent|permyriad|mole|katal)|graphics-(em|dot)|volume-(.*-imperial|.*-metric|drop|dram|jigger|pinch|cup|dessert)|.*(-jp|-it|fun|rin|ken|sun|shaku|cloth|cho|koku|sai|osaji|kosaji)$|speed-(light|beaufort)|length-(point|rod|chain|.*-radius|.*scandinavian|furlong)|mass-(slug|grain|earth|solar|stone)|pressure-(bar$|ofhg|gasoline)|magnetic|electric-(henry|siemens|farad|coulomb)|energy-(gray|foodcalorie|therm)|angle-revolution|light-solar|temperature-(generic|rankine)|consumption-.*imperial|force-k)/;
const risky = new Set(["in", "au", "cal", "gr", "CD", "fur", "ac", "pt", "kt", "tn", "pc", "fth", "ly", "pm", "MP", "kn", "sr", "Da", "bit", "byte", "dunam", "US therms", "deg", "rad", "rev", "cd", "nm", "qt", "atm", "lb of", "dm", "mi", "mb", "bu"]);
const forms = new Map();
const symbols = new Map();
for (const key of Object.keys(english.long)) {
  const one = english.long[key]["unitPattern-count-one"];
  if (!one?.startsWith("{0} ") || left_out.test(key)) continue;
  const singular = one.slice(4).toLowerCase();
  const name = key === "mass-tonne" ? "tonne" : singular.replace(/^light year$/, "light-year").replace(/^kilowatt hour$/, "kilowatt-hour");
  for (const locale of [english, british])
    for (const count of ["one", "other"]) {
      const form = locale.long[key]?.[`unitPattern-count-${count}`]?.slice(4).toLowerCase();
      if (!form) continue;
      forms.set(form, name);
      if (form.includes(" hour")) forms.set(form.replace(" hour", "-hour"), name);
      if (form.startsWith("light year")) forms.set(form.replace(" ", "-"), name);
    }
  for (const width of ["short", "narrow"])
    for (const locale of [english, british]) {
      const symbol = locale[width][key]?.["unitPattern-count-other"]?.replace(/^\{0\} ?/, "");
      if (symbol && /^[\p{L}\p{No}°/ μ]{2,}$/u.test(symbol) && !risky.has(symbol) && !forms.has(symbol))
        symbols.set(symbol, name);
    }
}
writeFileSync(
  new URL("units.rs", folder),
  head("Units of measure: English names and symbols") +
    table("FORMS", "Names in lower case, singular and plural, American and British, sorted.", forms) + "\n" +
    table("SYMBOLS", "Symbols, whose case counts, sorted.", symbols),
);
