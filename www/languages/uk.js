/**
 * The page in Ukrainian: the table of strings.js, and the words of index.html by where they stand. What the page
 * reads stays English.
 */

/** @typedef {number} N */

const rules = new Intl.PluralRules("uk");
const numbers = new Intl.NumberFormat("uk");
const percents = new Intl.NumberFormat("uk", { style: "percent" });
const number = (/** @type {N} */ n) => numbers.format(n);
/** "1 цитата, 2 цитати, 5 цитат" */
const plural = (/** @type {N} */ n, /** @type {string} */ one, /** @type {string} */ few, /** @type {string} */ many) =>
  `${number(n)} ${/** @type {Record<string, string>} */ ({ one, few })[rules.select(n)] ?? many}`;
const quotes = (/** @type {N} */ n) => plural(n, "цитата", "цитати", "цитат");
const words = (/** @type {N} */ n) => plural(n, "слово", "слова", "слів");
const figures = (/** @type {N} */ n) => plural(n, "число", "числа", "чисел");
const places = (/** @type {N} */ n) => plural(n, "місце", "місця", "місць");

export const strings = {
  locale: "uk",
  number,
  percent: (/** @type {N} */ share) => percents.format(share),
  /** @param {import("../types.ts").Findings} findings */
  summary({ counts, speakers, annotation }) {
    const speaking = speakers.filter(({ entity }) => entity).length;
    const said = [speaking ? plural(speaking, "голос", "голоси", "голосів") : "нікого не названо", quotes(annotation.quotes.length), places(counts.place), figures(counts.figure)].join(", ");
    return said[0].toUpperCase() + said.slice(1);
  },
  date: { stated: "як сказано в статті", open: "у статті не сказано", given: "як кажете ви", none: "без дня, як кажете ви" },
  toCheck: (/** @type {N} */ n) => `${number(n)} на перевірку`,
  toCheckLabel: "До наступної цитати, чий автор непевний",
  reading: "Читаю…",
  nothingFound: "Нічого не знайдено: у тексті немає цитат, назв і чисел. Це новинна стаття?",
  noQuotes: "Цитат не знайдено. Назви й числа позначено.",
  notEnglish: "Це не схоже на англійську. whosaid читає лише англійською: ставтеся до позначок обережно.",
  errors: {
    "wasm-refused": "Content-Security-Policy цього сайту забороняє WebAssembly. Його власник має додати 'wasm-unsafe-eval' до script-src, також у заголовку worker.js.",
    "browser-old": "Цей браузер застарий. Оновіть його: підійдуть Chrome та Edge 91, Firefox 89, Safari 16.4 або новіші.",
    "worker-refused": "Браузер не зміг запустити читання. Відкрийте сторінку через http і дозвольте worker-src 'self'. Потім оновіть її.",
    "core-missing": "Не вдалося завантажити читання. Перевірте з’єднання й оновіть сторінку.",
    "places-missing": "Не вдалося завантажити дані карти: місця позначено, але без координат. Оновіть сторінку, щоб спробувати ще раз.",
    crash: "Читання зупинилося на цьому тексті. Стаття стоїть без позначок; інший текст підійде.",
    unknown: "Під час читання щось пішло не так. Спробуйте ще раз або оновіть сторінку.",
    "sample-missing": "Не вдалося завантажити приклад. Вставте власну статтю.",
    empty: "Тут немає тексту. Скопіюйте слова статті й вставте їх сюди.",
    binary: (/** @type {string} */ name) => `${name} не є текстом. Збережіть статтю як .txt, .md чи .html або скопіюйте її слова й вставте.`,
    address: "Це адреса сторінки, а сторінка не може взяти іншу замість вас. Відкрийте її, виділіть усе (Ctrl+A), скопіюйте й вставте сюди або збережіть і відкрийте файл.",
    notOurs: (/** @type {string} */ name) => `${name} записала не ця сторінка або його змінено: відкрити його з виправленнями не вдалося.`,
    part: "Не вдалося завантажити цю частину сторінки. Перевірте з’єднання й спробуйте ще раз.",
    stands: "Попередня стаття лишилася.",
    scanned: (/** @type {string} */ name) => `${name} містить зображення сторінок, а не слова. Спершу розпізнайте текст іншою програмою або наберіть потрібне.`,
    nothingIn: (/** @type {string} */ name) => `${name} не містить слів.`,
    damaged: (/** @type {string} */ name) => `${name} пошкоджено або захищено. Відкрийте його деінде, скопіюйте слова й вставте сюди.`,
    notText: (/** @type {string} */ name) => `${name} не є текстом. Збережіть його як .docx, .pdf, .html чи .txt або скопіюйте слова й вставте.`,
    large: (/** @type {string} */ name, /** @type {N} */ limit) => `${name} більший за ${limit} МБ. Вставте ту частину, яку хочете прочитати.`,
    unreadable: (/** @type {string} */ name) => `${name} не вдалося прочитати. Спробуйте ще раз або скопіюйте його слова.`,
    copy: "Браузер не дозволив копіювати. Завантажте файл.",
  },
  version: { ready: "Нова версія сторінки готова.", use: "Увімкнути", others: "Спершу закрийте інші вкладки цієї сторінки." },
  windowTitle: (/** @type {string} */ title) => (title ? `${title} – whosaid` : "whosaid: хто що сказав, де і скільки"),
  lost: (/** @type {N} */ n) => `${plural(n, "виправлення стосується", "виправлення стосуються", "виправлень стосуються")} слів, яких уже немає; збережено на випадок, якщо вони повернуться.`,
  requests: (/** @type {N} */ n) => (n ? `Відтоді взято власних файлів: ${number(n)}; нічого не надіслано.` : "0 запитів, відколи ви дали текст."),
  leftOut: {
    said: (/** @type {string} */ kinds) => `Зі сторінки вилучено: ${kinds}.`,
    show: "Показати вилучене", putBack: "Повернути", none: "Більше нічого не вилучено.", more: "та інше",
    kinds: {
      menu: "меню", aside: "бічні блоки", related: "пов’язані посилання", share: "кнопки поширення", newsletter: "розсилки", comments: "коментарі", form: "форми",
      hidden: "приховані слова", advertisement: "реклама", footer: "низ сторінки", paywall: "заклики передплатити", ignored: "відокремлене сторінкою", deleted: "викреслені слова",
      popup: "спливні вікна", tags: "теги", about: "про автора чи газету", repeat: "повтори", editable: "поля", other: "інші слова навколо статті",
    },
  },
  several: (/** @type {N} */ n) => `Відкрито статей: ${number(n)}; решта — у «Статті».`,
  kinds: {
    direct: "Цитати", indirect: "Переказ", attribution: "Хто сказав", person: "Люди", organization: "Організації", place: "Місця", figure: "Числа", other: "Інші назви", stance: "Позиції",
  },
  kindWords: {
    direct: "Слова в лапках і репліки інтерв’ю: тло кольору мовця.",
    indirect: "Що хтось сказав чи думає, словами автора: крапкована лінія кольору мовця.",
    attribution: "Хто сказав і яким дієсловом: тонка лінія кольору мовця; ім’я стоїть на полі.",
    person: "Люди, які тут не говорять: тонка сіра лінія.", organization: "Організації, які тут не говорять: тонка сіра лінія.",
    place: "Місця: суцільна сіра лінія; хвиляста, якщо карта їх не знає.", figure: "Числа, гроші, міри й дати: подвійна сіра лінія.",
    other: "Національності, партії, продукти й події: тонка сіра лінія. Спершу вимкнено.",
    stance: "Чого хтось хоче, що підтримує чи засуджує, без переказу слів: штрихова лінія. Спершу вимкнено.",
  },
  shown: (/** @type {string} */ kind) => `${kind}: показано.`,
  hidden: (/** @type {string} */ kind) => `${kind}: приховано.`,
  styles: { direct: "Процитовано дослівно", mixed: "Переказ, частково цитата", indirect: "Переказ", transcript: "Репліка інтерв’ю" },
  acts: { said: "сказано", thought: "думка", stance: "позиція" },
  entityKinds: { person: "людина", organization: "організація", place: "місце", group: "група", product: "продукт", event: "подія", other: "назва" },
  figureKinds: { number: "число", ordinal: "порядок", percent: "відсоток", money: "гроші", date: "дата", time: "час", duration: "тривалість", age: "вік", quantity: "міра" },
  bounds: { about: "близько", over: "понад", under: "менше", "at-least": "щонайменше", "at-most": "щонайбільше" },
  shelf: {
    untitled: "Без назви", none: "Статей ще немає. Вставлене, відкрите чи набране зберігається тут, лише на цьому пристрої.",
    corrections: (/** @type {N} */ n) => plural(n, "виправлення", "виправлення", "виправлень"),
    compare: (/** @type {string} */ title) => `Порівняти з «${title}»`, remove: (/** @type {string} */ title) => `Видалити «${title}»`, removed: (/** @type {string} */ title) => `«${title}» видалено.`,
    forget: "Забути все", sure: "Справді? Усе тут буде видалено назавжди", forgotten: "Усе забуто: на цьому пристрої не лишилося ні статей, ні виправлень.",
    gone: "Цю статтю видалено з пристрою.", full: "На пристрої немає місця: подальше зникне, коли ви підете. Збережіть файл або видаліть старі статті.",
    refused: "Браузер нічого не зберігає для сторінки (можливо, приватне вікно): зроблене зникне, коли ви підете. Збережіть потрібне у файл.",
    empty: "Статті немає. Вставте її будь-де на сторінці, відкрийте файл або виберіть приклад.",
  },
  history: {
    steps: {
      link: "посилання", paste: "вставлення", file: "файл", typed: "набрана стаття", sample: "приклад", kept: "відкриття статті", edit: "набір", date: "дата", delete: "видалення статті", speaker: "мовець",
      check: "перевірка", content: "що сказано", style: "вид цитати", remove: "вилучення", addition: "додавання", name: "назва", kind: "вид", merge: "об’єднання", split: "розділення", figure: "число", back: "повернення",
    },
    undo: (/** @type {string} */ what) => `Скасувати: ${what}`, redo: (/** @type {string} */ what) => `Повторити: ${what}`,
    nothingToUndo: "Нема чого скасовувати", nothingToRedo: "Нема чого повторювати",
    undone: (/** @type {string} */ what) => `Скасовано: ${what}.`, redone: (/** @type {string} */ what) => `Повторено: ${what}.`,
  },
  print: {
    published: (/** @type {string} */ day) => `Опубліковано ${day}`, made: (/** @type {string} */ day) => `Позначено програмою whosaid ${day}; вона помиляється`,
    names: "Назви", doubt: "«?» не знайдено або непевно.",
  },
  link: {
    copy: "Посилання", long: (/** @type {N} */ n) => plural(n, "знак", "знаки", "знаків"),
    tooLong: (/** @type {N} */ n) => `${plural(n, "знак", "знаки", "знаків")}: задовге для більшості програм. Візьміть файл`,
    copied: (/** @type {N} */ n) => `Посилання скопійовано: ${plural(n, "знак", "знаки", "знаків")}, стаття всередині.`,
    broken: "Посилання обрізане чи пошкоджене: статті в ньому немає. Попросіть його ще раз або файл.",
    noQuote: "Цитати, до якої веде посилання, у статті не знайдено.", elsewhere: "Посилання веде до цитати зі статті, якої на цьому пристрої немає. Попросіть посилання зі статтею.",
  },
  take: {
    quotes: ["Копіювати цитати"], copyJson: ["Копіювати як JSON"], link: ["Копіювати посилання", "стаття й виправлення в ньому; на сервер вони не йдуть"],
    html: ["Вебсторінка", "позначки, списки й виправлення в одному файлі; відкривається тут знову"], docx: ["Документ Word", "для перевірки, цитата за цитатою"],
    xlsx: ["Електронна таблиця", "цитати, числа й назви"], csv: ["Цитати як CSV"], "csv-figures": ["Числа як CSV"], "csv-names": ["Назви як CSV"],
    markdown: ["Markdown", "для перевірки, цитата за цитатою"], json: ["JSON", "для програм; відкривається тут знову"], jsonld: ["Вебанотації", "JSON-LD за W3C; відкривається тут знову"], brat: ["brat", "файли для анотаторів"],
  },
  export: { paragraph: (/** @type {N} */ n) => `абзац ${number(n)}`, inDoubt: "імовірно", copyQuote: "Копіювати" },
  aloud: { on: "Мовців названо в тексті.", off: "Мовці стоять на полі.", unknown: "Когось не знайдено" },
  editing: { on: "Редагування. Escape завершує.", off: "Редагування завершено." },
  mend: {
    right: "Правильно", speaker: "Інший мовець…", ends: "Змінити межі…", kind: "Вид…", back: "Назад", noQuote: "Не цитата", noName: "Не назва…", noFigure: "Не число",
    spelling: "Написання…", merge: "Те саме, що…", split: "Хтось інший…", set: "Гаразд", nobody: "Нікого не названо", somebodyElse: "Інше ім’я", whoElse: "Хто або що інше",
    newName: (/** @type {string} */ name) => `Нове: ${name}`, start: "Початок", end: "Кінець",
    move: (/** @type {string} */ end, /** @type {N} */ by) => `${end === "start" ? "Початок" : "Кінець"} на слово ${by < 0 ? "раніше" : "пізніше"}`,
    deleteOne: "Лише тут", deleteAll: (/** @type {N} */ n) => `Усі такі: ${number(n)}`, deleteName: (/** @type {string} */ name) => `${name}, скрізь`,
    alsoAlike: (/** @type {N} */ n) => `і ще ${number(n)} таких самих`, alsoSource: (/** @type {N} */ n) => `і ще ${quotes(n)} з того самого джерела`,
    alsoSpeaker: (/** @type {N} */ n, /** @type {string} */ name) => `і ще ${quotes(n)}: ${name}`, byHand: "вручну", checked: "перевірено вручну", allChecked: "Усе перевірено.",
    left: (/** @type {N} */ n) => `Лишилося перевірити: ${number(n)}.`, bar: "Позначити виділені слова", asQuote: "Цитата", asReported: "Переказ", asContent: "Що сказано", asFigure: "Число",
    pickHint: "Стрілки рухають слово за словом, із Shift беруть більше слів; Enter позначає.",
  },
  speakerNotFound: "Мовця не знайдено",
  probably: (/** @type {string} */ name) => `імовірно ${name}`,
  perhaps: "можливо", orPerhaps: "або, можливо,",
  either: new Intl.ListFormat("uk", { type: "disjunction" }),
  quotes, words,
  mentions: (/** @type {N} */ n) => plural(n, "згадка", "згадки", "згадок"),
  times: (/** @type {N} */ n) => plural(n, "раз", "рази", "разів"),
  share: (/** @type {N} */ percent) => `${percent} % усіх сказаних слів`,
  notResolved: "на карті не знайдено",
  coordinates(/** @type {N} */ latitude, /** @type {N} */ longitude) {
    const degrees = (/** @type {N} */ value) => Math.abs(value).toFixed(2).replace(".", ",");
    return `${degrees(latitude)}° ${latitude < 0 ? "пд." : "пн."} ш., ${degrees(longitude)}° ${longitude < 0 ? "зх." : "сх."} д.`;
  },
  weekOf: (/** @type {string} */ monday) => `тиждень від ${monday}`,
  map: {
    label: "Карта місць цієї статті, найчастіше назване перше", nearer: "Ближче", farther: "Далі", world: "Світ", region: "Край", toWorld: "Показати весь світ", toRegion: "Показати край цієї статті",
    caption: (/** @type {N} */ n, /** @type {N} */ outside, /** @type {N} */ unfound) => [places(n), outside ? `${number(outside)} поза межами` : "", unfound ? `${number(unfound)} не знайдено` : ""].filter(Boolean).join(", "),
    missing: "Карту не вдалося завантажити. У списку нижче є всі місця.",
  },
  tabs: { speakers: "Мовці", places: "Місця", figures: "Числа", names: "Назви" },
  none: {
    quotes: "У цьому тексті нікого не процитовано.", voice: "У цьому тексті нікого не процитовано.", places: "У цьому тексті немає місць.", facts: "У цьому тексті немає чисел.",
    dates: "У цьому тексті немає дат.", names: "У цьому тексті немає назв.",
  },
  waysToShow: "Як показати список",
  ways: { quotes: "Цитати", voice: "Частка голосу", places: "Місця", facts: "Числа", dates: "Часова лінія", names: "Назви" },
  more: (/** @type {N} */ n) => `ще ${number(n)}`,
  fetching: "Хвилинку…",
  noMatch: (/** @type {string} */ words) => `Тут немає «${words}».`,
  nameGroups: { people: "Люди", organizations: "Організації", others: "Інші назви" },
  listLabel: (/** @type {string} */ tab) => `${tab} цієї статті`,
  card: {
    why: "Чому", quote: "цитата", source: "джерело", cue: "дієслово", close: "Закрити", previous: "Попередня", next: "Наступна", continues: "Без власного джерела: продовжує попередні слова.",
    unnamed: "У тексті не сказано хто.", label: "Про це місце", saidBy: (/** @type {string} */ name) => `Каже ${name}`, counts: (/** @type {string} */ what) => `рахує: ${what}`,
    within: (/** @type {string} */ name) => `словами: ${name}`, withinUnknown: "словами когось не знайденого", speaksIn: (/** @type {string} */ quotes) => `говорить: ${quotes}`,
    goTo: (/** @type {string} */ words) => `До «${words}»`, goToIn: (/** @type {string} */ words) => `«${words}»`,
  },
  quotePosition: (/** @type {N} */ at, /** @type {N} */ of, /** @type {string} */ who, /** @type {string} */ words) => `Цитата ${at} з ${of}, ${who}: ${words}`,
  mentionPosition: (/** @type {N} */ at, /** @type {N} */ of, /** @type {string} */ name) => `${name}, згадка ${at} з ${of}.`,
  copied: "Скопійовано.", downloaded: "Завантажено.",
  sheet: { peek: "Показати список", half: "Показати більше", full: "Сховати список" },
  unnamedFile: "Файл",
};

/** What the parts say that are fetched when they are asked for: strings-views.js, exports/words.js. */
export const parts = {
  views: {
    figures: {
      columns: { text: "У тексті", value: "Значення", who: "Хто сказав" }, caption: "Числа за тим, що вони рахують. Заголовки стовпців упорядковують кожну групу.",
      sortBy: (/** @type {string} */ column) => `Упорядкувати: ${column}`,
      groups: {
        "toll:dead": "Загиблі", "toll:injured": "Поранені", "toll:missing": "Зниклі", "toll:arrested": "Затримані", "toll:displaced": "Переміщені", "kind:money": "Гроші", "kind:percent": "Відсотки",
        "kind:quantity": "Міри", "kind:duration": "Як довго", "kind:age": "Вік", "kind:ordinal": "Порядок", "kind:number": "Інші числа",
      },
      differ: (/** @type {string[]} */ values) => `${new Intl.ListFormat("uk").format(values)}: можливо, не збігаються`, differNote: "Здається, про одне: погляньте на обидва.", article: "стаття", noValue: "без точного значення",
    },
    dates: { open: "Без точного дня", openNote: "Укажіть вище день публікації, і «Tuesday» матиме дату." },
    voice: {
      columns: { who: "Хто", words: "Слова", share: "Частка", first: "Уперше в", verbs: "Дієслова" }, caption: "Частка голосу: слова кожного мовця, цитовані й переказані.",
      quoted: (/** @type {N} */ n) => `цитовано ${words(n)}`, reported: (/** @type {N} */ n) => `переказано ${words(n)}`, paragraph: (/** @type {N} */ n) => `¶ ${number(n)}`,
      total: (/** @type {N} */ said, /** @type {N} */ all) => `Комусь належать ${number(said)} з ${number(all)} слів, ${percents.format(said / (all || 1))}.`,
      verb: (/** @type {string} */ verb, /** @type {N} */ n) => (n > 1 ? `${verb} ${number(n)}×` : verb), noVerb: "без дієслова", key: "Повний колір: цитовано; блідий: переказано.",
    },
    classroom: {
      title: "У класі", hint: "Позначки й списки приховано. Виділіть у статті слова, які хтось каже, виберіть, хто й як, і позначте їх. Потім порівняйте.", by: "Хто каже", how: "Як передано",
      direct: "дослівно", indirect: "переказ", mark: "Позначити виділене", drop: "Прибрати цю позначку", marked: (/** @type {N} */ n) => `Позначок: ${number(n)}.`, compare: "Порівняти", end: "Кінець",
      score: (/** @type {N} */ points, /** @type {N} */ most) => `${number(points)} з ${number(most)} балів`,
      found: (/** @type {N} */ hits, /** @type {N} */ all, /** @type {N} */ right) => `У вас ${number(hits)} з ${number(all)} знайдених цитат, з тим самим мовцем — ${number(right)}.`,
      right: "у вас теж", wrong: (/** @type {string} */ who) => `у вас теж, але каже ${who}`, otherKind: "передано інакше", missed: (/** @type {string} */ who) => `у вас немає: ${who}`, own: "лише у вас",
      errs: "Сторінка — програма й помиляється: де ви розходитеся, погляньте у статтю.",
    },
    compare: {
      title: "Дві статті поруч", versions: "Дві версії однієї статті", this: "ця", other: "інша",
      voices: (/** @type {N} */ both, /** @type {N} */ all) => `${plural(all, "голос", "голоси", "голосів")}, в обох — ${number(both)}`, reworded: (/** @type {N} */ n) => `Сказано інакше: ${quotes(n)}`,
      same: (/** @type {N} */ n) => `Слово в слово в обох: ${quotes(n)}`, only: (/** @type {N} */ n, /** @type {string} */ where) => `Лише ${where}: ${quotes(n)}`,
      gone: (/** @type {N} */ n) => `Лише в цій версії: ${quotes(n)}`, added: (/** @type {N} */ n) => `Лише в іншій: ${quotes(n)}`, figuresDiffer: (/** @type {N} */ n) => `Різняться: ${figures(n)}`,
      figuresGone: (/** @type {N} */ n) => `Лише в цій версії: ${figures(n)}`, figuresAdded: (/** @type {N} */ n) => `Лише в іншій: ${figures(n)}`,
      byOthers: (/** @type {string} */ one, /** @type {string} */ other) => `тут ${one}, там ${other}`,
    },
  },
  exports: {
    tables: { quotes: "Цитати", figures: "Числа", names: "Назви" },
    sheet: {
      title: (/** @type {string} */ title) => `На перевірку: ${title}`, how: "Звірте кожне з джерелом і відзначте. Слова точно такі, як у статті.", columns: ["", "Слова", "Як", "¶"], figures: "Числа",
      made: (/** @type {string} */ day) => `Зроблено програмою whosaid ${day}. Вона помиляється.`, published: (/** @type {string} */ day) => `Опубліковано ${day}`,
    },
    page: {
      speakers: "Хто що сказав", figures: "Числа", places: "Місця", names: "Назви", legend: "Тло: дослівна цитата. Крапки: переказ. Тонка лінія: хто сказав. Сіре: назви, суцільне — місця, подвійне — числа.",
      open: "Відкрийте цей файл у whosaid, щоб виправляти далі.",
    },
    byHand: "вручну",
  },
};

/** The words of index.html: selector, then what stands there; with a third part, that attribute. @type {[string, string, string?][]} */
export const page = [
  [".skip", "До списку знайденого"], [".motto", "Хто що сказав, де і скільки."], ["#write", "Вставити"], ["#write .wide", " чи набрати"], ["#open", "Відкрити"], ["#open .wide", " файл"],
  ["#shelf-open .wide", "Статті"], ["#shelf-open", "Статті на цьому пристрої", "title"], ["#shelf-open", "Статті на цьому пристрої", "aria-label"], ["#take", "Забрати"], ["#help-open", "Довідка й клавіші", "aria-label"],
  ["#samples", "Приклади", "aria-label"], [".never .wide", "Вставте статтю будь-де тут. "], [".never", "Ваш текст не залишає цієї сторінки."], [".findings", "Коротко", "aria-label"],
  [".dated", "«Tuesday» і «last week» рахуються від цього дня", "title"], [".dated label", "Опубліковано"], [".legend", "Легенда", "aria-label"], ["#legend", "Види позначок", "aria-label"], [".history", "Редагування", "aria-label"],
  ["#aloud", "Називати мовців у тексті", "title"], ["#aloud", "Називати мовців у тексті", "aria-label"], ["#edit", "Редагувати текст", "title"], ["#edit", "Редагувати текст", "aria-label"], ["#article", "Стаття", "aria-label"],
  ["#panel", "Що знайдено", "aria-label"], ["#panel > h2", "Що знайдено"], ["#tabs", "Списки", "aria-label"], ["#filter", "Фільтр", "placeholder"], ["#filter", "Фільтрувати список", "aria-label"], ["#mark-bar", "Позначити виділені слова", "aria-label"],
  ["#take-menu", "Забрати", "aria-label"], ["#editor-title", "Вставте чи наберіть статтю"], ["#editor-text", "Слова статті, абзац за абзацом", "placeholder"], ["#editor-cancel", "Скасувати"], ["#editor-read", "Прочитати"],
  ["#left-out-title", "Вилучено зі сторінки"], ["#left-out .main", "Закрити"], ["#shelf-title", "Статті на цьому пристрої"], ["#shelf > .description", "Зберігаються в цьому браузері, доки ви їх не видалите; більше ні в кого їх немає."],
  ["#shelf .forget", "Забути все"], ["#shelf .main", "Закрити"], ["#help", "Довідка", "aria-label"], [".touch h2", "Дотиком"], ["#help-title", "Клавіші"], ["#help-close", "Закрити"], ["#classroom", "Почати"],
  ...["наступна, попередня цитата", "наступна, попередня згадка тієї самої назви", "хто це каже й чому", "закрити", "показати чи сховати вид позначок", "цитати на перевірку: Enter — правильно, цифра — інший мовець",
    "інший мовець, потім цифра", "не цитата, не назва, не число", "називати мовців у тексті", "редагувати текст на місці", "вибирати слова стрілками, щоб позначити", "скасувати; із Shift повторити", "фільтрувати список", "ця довідка"]
    .map((words, index) => /** @type {[string, string]} */ ([`.keys > div:nth-child(${index + 1}) dd`, words])),
  ...["Вставлення бере те, що ви скопіювали деінде.", "Торкніться позначки: хто це каже й чому; там і виправте.", "Виділіть слова, щоб позначити їх як цитату, назву чи число.", "Потягніть список за ручку або торкніться її."]
    .map((words, index) => /** @type {[string, string]} */ ([`.touch li:nth-child(${index + 1})`, words])),
  [".switch", " Окремі клавіші діють", "after"], ["[data-say=read]", "Як читати позначки"],
  ["[data-say=marks]", "Кожен мовець має колір. Цитата має тло цього кольору; переказане без лапок — крапковану лінію; тонка лінія поєднує, хто сказав, і дієслово. Назви мають сірі лінії: штрихові, суцільні для місць, хвилясті, де карта місця не знає. Числа мають дві лінії. «?» — мовця не знайдено або він непевний."],
  ["[data-say=class]", "У класі"], ["[data-say=class-hint]", "Сховайте мовців і всі позначки, позначте цитати самі, порівняйте. "], ["[data-say=errs]", "Позначено програмою, яка помиляється: звірте цитату зі статтею, перш ніж уживати її. "],
];
