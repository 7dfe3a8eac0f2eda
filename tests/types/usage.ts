// Checked by tsc, never run: what the package's types allow, and what they must not.
import init, { annotate, findPublicationDate, loadGazetteer, version } from "whosaid";
import type { AnnotateOptions, Annotation, Entity, Figure, Mention, Part, Quote, Span } from "whosaid";

await init();
await init({ module_or_path: new Uint8Array() });
await init({ module_or_path: fetch("whosaid_bg.wasm") });
await init(new WebAssembly.Module(new Uint8Array()));
// @ts-expect-error: an address, not a number
await init(3);
loadGazetteer(new Uint8Array());
loadGazetteer(new ArrayBuffer(0));
const release: string = version();

const annotation: Annotation = annotate("text");
const options: AnnotateOptions = { date: findPublicationDate("text") };
annotate("text", options);
annotate("text", { date: "2023-06-27" });
annotate("text", { stances: true, date: null });
annotate("text", { parts: [{ start: 0, end: 4, role: "headline" }] });
annotate("text", { parts: annotation.parts });
annotate("text", null);
const two: 2 = annotation.version;
const spans: Span[] = [...annotation.mentions, ...annotation.figures, ...annotation.quotes.flatMap((q) => q.content)];
const headlines: Part[] = annotation.parts.filter(({ role }) => role === "headline");
const stances = annotation.quotes.filter(({ act }) => act === "stance");
const named: Mention[] = annotation.mentions.filter((mention) => mention.form === "name");
const country = (entity: Entity): string | undefined => entity.place?.country;
const sum = (figures: Figure[]): number => figures.reduce((total, { value }) => total + (value ?? 0), 0);
const name = (quote: Quote): string | null =>
  quote.speaker === null ? null : (annotation.entities[quote.speaker]?.name ?? null);

// @ts-expect-error: text must be a string
annotate(3);
// @ts-expect-error: a date is written out
annotate("text", { date: new Date() });
// @ts-expect-error: true or false
annotate("text", { stances: "all" });
// @ts-expect-error: no such role
annotate("text", { parts: [{ start: 0, end: 4, role: "title" }] });
// @ts-expect-error: in an object
annotate("text", "2023-06-27");
// @ts-expect-error: the speaker may be null
const speaker: number = annotation.quotes[0]!.speaker;
// @ts-expect-error: no such form
annotation.mentions.some((mention) => mention.form === "noun");
// @ts-expect-error: bytes, not an address
loadGazetteer("gazetteer.bin");

export { country, headlines, name, named, release, speaker, spans, stances, sum, two };

import type { Place, PlaceEntity } from "whosaid/places";
export const degrees = ({ latitude, longitude }: Place): [number, number] => [latitude, longitude];
export const where = ({ name, place }: PlaceEntity): string => `${name}, ${place.country}`;
