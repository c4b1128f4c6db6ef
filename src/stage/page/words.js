// What a phone says by itself, in its language. Everything else on a phone is the bot's or people's.

const WORDS = {
  en: {
    message: "Message", bot: "bot", start: "Start", unblock: "Unblock", edited: "edited", reply: "Reply",
    edit: "Edit", undo: "Take back", copy: "Copy text", react: "React", attach: "Attach", commands: "Commands",
    send: "Send", cancel: "Cancel", photo: "Photo", album: "Three photos", voice: "Voice message", sticker: "Sticker",
    location: "Location", contact: "My contact", document: "File", more: "More about this message", ok: "OK",
    editing: "Edit message", copied: "Copied", silent: "arrived without a sound", passed: "passed on by the bot",
    blocked: "The bot is blocked.", chat: "Chat with Lazo", off: "Remove reaction",
    block: "Block the bot", voiceless: "Take no voice messages", pressStart: "Press Start without a link", yours: "This phone",
  },
  es: {
    message: "Mensaje", bot: "bot", start: "Iniciar", unblock: "Desbloquear", edited: "editado", reply: "Responder",
    edit: "Editar", undo: "Retirar", copy: "Copiar texto", react: "Reaccionar", attach: "Adjuntar", commands: "Comandos",
    send: "Enviar", cancel: "Cancelar", photo: "Foto", album: "Tres fotos", voice: "Mensaje de voz", sticker: "Sticker",
    location: "Ubicación", contact: "Mi contacto", document: "Archivo", more: "Más sobre este mensaje", ok: "Aceptar",
    editing: "Editar mensaje", copied: "Copiado", silent: "llegó sin sonido", passed: "lo ha pasado el bot",
    blocked: "El bot está bloqueado.", chat: "Chat con Lazo", off: "Quitar la reacción",
    block: "Bloquear el bot", voiceless: "No recibir mensajes de voz", pressStart: "Pulsar Iniciar sin enlace", yours: "Este teléfono",
  },
  ar: {
    message: "رسالة", bot: "بوت", start: "ابدأ", unblock: "إلغاء الحظر", edited: "معدّلة", reply: "رد",
    edit: "تعديل", undo: "سحب الرسالة", copy: "نسخ النص", react: "تفاعل", attach: "إرفاق", commands: "الأوامر",
    send: "إرسال", cancel: "إلغاء", photo: "صورة", album: "ثلاث صور", voice: "رسالة صوتية", sticker: "ملصق",
    location: "موقع", contact: "جهة الاتصال", document: "ملف", more: "المزيد عن هذه الرسالة", ok: "حسنًا",
    editing: "تعديل الرسالة", copied: "نُسخ", silent: "وصلت دون صوت", passed: "نقلها البوت",
    blocked: "البوت محظور.", chat: "محادثة مع لازو", off: "إزالة التفاعل",
    block: "حظر البوت", voiceless: "عدم استقبال الرسائل الصوتية", pressStart: "الضغط على «ابدأ» بلا رابط", yours: "هذا الهاتف",
  },
};

export const LANGUAGES = { en: "English", es: "Español", ar: "العربية" };

/** The words of a language; English where there are none. */
export const words = (language) => WORDS[language] ?? WORDS.en;

export const direction = (language) => (language === "ar" ? "rtl" : "ltr");

/** What the people of the tour say, for whoever does not read their language. Only the demo does this. */
const MEANT = {
  "متى نلتقي؟": "When shall we meet?", "Hola Tomás 🙂 أهلا وسهلا": "Hello Tomás 🙂 welcome",
  "¡Hola, Amina! Soy Tomás. ¿Qué tal tu semana?": "Hello, Amina! I’m Tomás. How is your week?", "¡Qué bonito!": "How lovely!",
  "¡Perdona! ¿El martes a las seis?": "Sorry! Tuesday at six?", "مرحبا توماس! كيف حالك؟": "Hello Tomás! How are you?",
  "¡Hola, Amina! ¿Qué tal?": "Hello, Amina! How are you?",
};
export const meant = (text) => MEANT[text.trim()];

/** The language of whoever looks, if the phones speak it. */
export const visitors = () => navigator.languages.map((it) => it.slice(0, 2)).find((it) => it in WORDS) ?? "en";

/** Where everybody on the stage lives who has not told the bot otherwise. */
export const HERE = "Europe/Madrid";

const formats = new Map();
function format(language, timeZone, shape) {
  const key = language + timeZone + JSON.stringify(shape);
  if (!formats.has(key)) {
    // Telegram's own clocks have Latin digits, whatever the language.
    formats.set(key, new Intl.DateTimeFormat(language, { timeZone, numberingSystem: "latn", ...shape }));
  }
  return formats.get(key);
}

export const hour = (at, zone = HERE) => format("en-GB", zone, { hour: "2-digit", minute: "2-digit" }).format(at);
export const day = (at, language, zone) =>
  format(language === "en" ? "en-GB" : language, zone, { weekday: "long", day: "numeric", month: "long" }).format(at);
export const short = (at) => format("en-GB", HERE, { weekday: "short", day: "numeric", month: "short" }).format(at);
