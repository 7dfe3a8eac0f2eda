/**
 * Says a figure's value the way a newsroom would: "over $2,500,000,000", "about 10 to 15%", "Sunday".
 *
 * @typedef {import("../types.ts").Figure} Figure
 */

import { strings } from "../strings.js";

/** Figures of English news are set as in America; in another language as there. */
const language = () => (isEnglish() ? "en-US" : strings.locale);
const isEnglish = () => strings.locale.startsWith("en");
const PARTS_OF_DAY = { MO: "morning", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();
const number = {
  format(/** @type {number} */ amount) {
    const known = formats.get(language()) ?? new Intl.NumberFormat(language(), { maximumFractionDigits: 6 });
    formats.set(language(), known);
    return known.format(amount);
  },
};

/**
 * @param {Figure} figure
 * @returns {string} empty where the text fixes no value
 */
export function sayValue(figure) {
  const value = sayAmount(figure) || (figure.iso ? sayIso(figure.iso) : "");
  if (!value) return "";
  return figure.bound ? `${strings.bounds[figure.bound]} ${value}` : value;
}

/** @param {Figure} figure */
function sayAmount(figure) {
  const { low, high, value } = figure;
  if (low !== undefined && high !== undefined) return `${sayNumber(figure, low)} – ${sayNumber(figure, high)}`;
  const amount = value ?? low ?? high;
  return amount === undefined ? "" : sayNumber(figure, amount);
}

/**
 * @param {Figure} figure
 * @param {number} amount
 */
function sayNumber({ kind, unit }, amount) {
  const plain = number.format(amount);
  switch (kind) {
    case "percent":
      return `${plain}%`;
    case "money":
      return unit ? sayMoney(amount, unit) : plain;
    case "ordinal":
      return sayOrdinal(amount);
    case "age":
    case "duration":
    case "quantity":
      return unit ? sayUnit(amount, unit) : plain;
    default:
      return plain;
  }
}

/** @param {number} amount @param {string} unit in English, as the contract gives it */
function sayUnit(amount, unit) {
  if (!isEnglish()) {
    try {
      return new Intl.NumberFormat(language(), { style: "unit", unit: unit.replace(/ per /, "-per-").replace(/ /g, "-"), unitDisplay: "long", maximumFractionDigits: 6 }).format(amount);
    } catch {
      // a unit that no language has a word for here
    }
  }
  return `${number.format(amount)} ${amount === 1 ? unit : pluralize(unit)}`;
}

/**
 * @param {number} amount
 * @param {string} currency
 */
function sayMoney(amount, currency) {
  try {
    return new Intl.NumberFormat(language(), {
      style: "currency", currency, minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 3,
    }).format(amount);
  } catch {
    return `${number.format(amount)} ${currency}`;
  }
}

/** @param {number} amount */
function sayOrdinal(amount) {
  if (!isEnglish()) return `${number.format(amount)}-й`;
  const rule = new Intl.PluralRules("en", { type: "ordinal" }).select(amount);
  const ending = { one: "st", two: "nd", few: "rd" }[/** @type {string} */ (rule)] ?? "th";
  return `${number.format(amount)}${ending}`;
}

/**
 * @param {string} unit singular, as the contract gives it
 * @returns {string}
 */
function pluralize(unit) {
  const irregular = /** @type {Record<string, string>} */ ({ foot: "feet", inch: "inches", hertz: "hertz" });
  if (irregular[unit]) return irregular[unit];
  const [first, ...rest] = unit.split(" per ");
  if (rest.length) return [pluralize(first), ...rest].join(" per ");
  if (/[^a-z ]/i.test(unit)) return unit;
  if (/[^aeiou]y$/.test(unit)) return unit.replace(/y$/, "ies");
  return /(s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/**
 * ISO 8601 with X for what the text leaves open; anything unforeseen is shown as it stands.
 *
 * @param {string} iso
 * @returns {string}
 */
export function sayIso(iso) {
  const weekday = /^(?:XXXX|\d{4})-W(?:XX|\d\d)-(\d)(?:T([A-Z]{2}|[\d:]+))?$/.exec(iso);
  if (weekday) return [sayWeekday(Number(weekday[1])), sayTimeOfDay(weekday[2])].filter(Boolean).join(" ");
  const day = /^(XXXX|\d{4})-(\d\d)(?:-(\d\d|XX))?(?:T([A-Z]{2}|[\d:]+)(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(iso);
  if (day) {
    const [, year, month, date, time] = day;
    const name = new Intl.DateTimeFormat(strings.locale, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, Number(month) - 1)));
    if (!isEnglish() && date && date !== "XX") {
      const whole = new Intl.DateTimeFormat(language(), { day: "numeric", month: "long", timeZone: "UTC", ...(year === "XXXX" ? {} : { year: "numeric" }) });
      return [whole.format(new Date(Date.UTC(year === "XXXX" ? 2000 : Number(year), Number(month) - 1, Number(date)))), sayTimeOfDay(time)].filter(Boolean).join(" ");
    }
    return [date && date !== "XX" ? String(Number(date)) : "", name, year === "XXXX" ? "" : year, sayTimeOfDay(time)].filter(Boolean).join(" ");
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(iso);
  if (week) return strings.weekOf(sayIso(mondayOf(Number(week[1]), Number(week[2]))));
  const [from, until, more] = iso.split("/");
  if (until && more === undefined && !/^P/.test(iso)) {
    const ends = [sayIso(from), sayIso(until)];
    if (ends[0] !== from || ends[1] !== until) return ends.join(" – ");
  }
  const decade = /^(\d{3})X$/.exec(iso);
  if (decade) return `${decade[1]}0s`;
  const clock = /^(?:XXXX-XX-XX)?T([A-Z]{2}|[\d:]+)$/.exec(iso);
  if (clock) return sayTimeOfDay(clock[1]);
  return iso;
}

/**
 * @param {number} year of ISO 8601: its first week is the one of 4 January
 * @param {number} week
 */
function mondayOf(year, week) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (week - 1)));
  return monday.toISOString().slice(0, 10);
}

/** @param {number} day 1 for Monday */
function sayWeekday(day) {
  return new Intl.DateTimeFormat(language(), { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, day)));
}

/** @param {string | undefined} time */
function sayTimeOfDay(time) {
  if (!time) return "";
  return /** @type {Record<string, string>} */ (PARTS_OF_DAY)[time] ?? (/^\d\d$/.test(time) ? `${time}:00` : time);
}
