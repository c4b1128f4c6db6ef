//! The words around a number that say what it is: a phone, or a case, a ticket, a booking.

use super::plain::{Plain, is_letter};

/// What the words around a number say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A phone.
    Phone,
    /// That somebody is to be called or written to.
    Call,
    /// A case, an order, an account: nobody can be called there.
    Other,
    /// Nothing.
    Silent,
}

/// Words for a phone. A Latin word stands for itself and its plural; other scripts bend their words more, so one of four
/// letters and more stands for all that begin with it, as does a Latin one that ends with a dash.
#[rustfmt::skip]
const PHONES: &[&str] = &[
    "tel", "tél", "phone", "telephone", "mobile", "cell", "cellphone", "landline", "whatsapp", "whatsap", "viber",
    "signal",
    "tlf", "telf", "teléf", "teléfono", "telefon-", "móvil", "movil", "celular", "fijo", "wasap", "guasap",
    "watsap", "wpp",
    "téléphone", "portable", "fixe", "gsm", "numéro de portable", "тел", "телефон", "мобильн", "мобільн", "вайбер",
    "ватсап",
    "вотсап", "вацап", "мобил", "هاتف", "جوال", "موبايل", "تلفون", "تليفون", "محمول", "واتس", "واتساب", "فايبر",
    "تلفن", "handy", "festnetz", "cellulare", "telemóvel", "κινητ", "τηλ", "cep", "ফোন", "মোবাইল", "फ़ोन", "फोन",
    "मोबाइल", "ስልክ-", "ስልከ-", "ስልኬ-", "mobil-",
];

/// Words for calling and writing somewhere.
#[rustfmt::skip]
const CALLS: &[&str] = &[
    "call", "ring", "text", "sms", "dial", "llama-", "llám-", "marca", "escríb-", "escrib-", "appel-", "joindre",
    "joign-", "звон", "дзвон",
    "позвон", "подзвон", "зателефон", "набер", "пиши", "напиши", "اتصل", "كلمني", "رن", "دق", "كلم", "زنگ", "تماس",
    "ruf-", "anruf-", "chiama-",
    "liga", "ligue", "কল", "कॉल", "رقمي", "شمارم",
];

/// Words for what a number can be that is no phone.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    // English
    "case", "ticket", "order", "ref", "reference", "file", "invoice", "booking", "reservation", "appointment",
    "isbn", "issn", "tracking",
    "parcel", "id", "passport", "policy", "account", "iban", "barcode", "code", "pin", "serial", "postcode", "zip",
    "registration",
    "security", "employee", "student", "alien", "tax", "nhs", "dni", "nie", "nif", "ssn", "vat", "nino", "flight",
    "voucher", "coupon", "member", "membership", "card", "receipt",
    "application", "permit", "meter", "licence", "license", "password", "wifi", "zoom", "meeting", "doi", "claim",
    "form", "benefit", "shipment", "transaction", "uci", "population", "ean", "swift", "bic",
    // Spanish, Catalan, Portuguese, Italian
    "expediente", "caso", "pedido", "referencia", "factura", "reserva", "cita", "código", "codigo", "localizador",
    "trámite", "tramite",
    "solicitud", "póliza", "poliza", "cuenta", "pasaporte", "tarjeta", "seguimiento", "matrícula", "matricula",
    "registro", "albarán",
    "envío", "envio", "contrato", "nuss", "afiliación", "seguridad", "sip", "justificante", "resguardo", "recibo",
    "formulario", "resolución",
    "turno", "clave", "contraseña", "contador", "csv", "cups", "soporte", "bono", "abono", "boleto", "billete",
    "paquete", "usuario",
    "autorización", "catastral", "padrón", "historia", "socio", "socia", "comanda", "expedient", "codi",
    "processo", "encomenda",
    "alumno", "estudiante", "fiscal", "pratica", "ordine", "codice", "fattura", "prenotazione", "tessera",
    "utente",
    // French
    "commande", "référence", "facture", "réservation", "dossier", "suivi", "colis", "sécu", "sécurité", "sociale",
    "allocataire", "étranger",
    "récépissé", "contrat", "compte", "billet", "carte", "formulaire", "cerfa", "siret", "siren", "passeport",
    "dépôt", "identifiant",
    "adhérent", "bénéficiaire", "ticket", "titre", "demande", "quittance", "compteur", "matricule",
    // Ukrainian, Russian
    "справ", "замовлен", "квитк", "квиток", "билет", "посилк", "посылк", "трек", "ттн", "накладн", "заявк",
    "заявлен", "код", "паспорт", "іпн", "инн",
    "рнокпп", "догов", "договір", "рахун", "счет", "счёт", "чек", "талон", "дело", "дела", "делу", "бронь", "брон",
    "поліс", "полис", "снилс", "артикул", "реєстр",
    "регистр", "заказ", "карты", "номер справи", "пароль", "рейс", "документ", "квитанц", "посвідк", "удостоверен",
    "єдрпоу", "унзр",
    "едра", "читацьк", "членськ", "страхов",
    // Arabic
    "طلب", "قضيه", "ملف", "تذكره", "موعد", "مرجع", "مرجعي", "رمز", "جواز", "حساب", "فاتوره", "شحنه", "تتبع", "حجز",
    "استماره", "هويه", "بطاقه",
    "اقامه", "معامله", "كود", "ايبان", "وصل", "ايصال", "طرد", "عقد", "ضمان", "تامين", "رخصه", "اشتراك", "كلمه",
    // Persian
    "سفارش", "پرونده", "بليت", "بليط", "نوبت", "كد", "رهگيري", "پيگيري", "فاكتور", "پاسپورت", "گذرنامه", "كارت",
    "شبا", "ملي", "فرم", "رزرو", "درخواست",
    "قرارداد", "مرسوله", "شناسه", "قبض", "رسيد", "بيمه", "شناسنامه", "رمز",
    // Numbers that states give their people
    "cpf", "cnpj", "rut", "nit", "cédula", "cedula", "curp", "rfc", "bsn", "cnp", "egn", "pesel", "oib", "cpr",
    "nipc", "personnummer", "niss", "dui",
    // German, Turkish, Greek, Bengali, Hindi, Amharic
    "aktenzeichen", "bestell-", "rechnung-", "termin-", "vorgang-", "antrag-", "konto-", "sendung-", "steuer-",
    "sozialvers-", "versichert-", "ausweis-",
    "sipariş", "dosya", "kimlik", "takip", "bilet", "rezervasyon", "başvuru", "fatura", "kargo", "αριθμός",
    "φάκελ", "υπόθεσ", "παραγγελ", "αμκα", "αφμ",
    "অর্ডার", "মামলা", "টিকিট", "আবেদন", "পাসপোর্ট", "ऑर्डर", "आवेदन", "टिकट", "पासपोर्ट", "ትዕዛዝ", "ማመልከቻ", "ትኬት",
];

/// Letters in front of an Arabic word that are words of their own.
const PREFIXES: [&str; 9] = ["وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك"];

/// Most words looked at on either side.
const WORDS: usize = 9;

/// What the words beside a number say: a word for a phone wherever it stands, otherwise the nearest before it, or if they
/// say nothing the nearest after it. An order that one may call is a phone.
pub(super) fn about(plain: &Plain, from: usize, to: usize) -> Cue {
    let (before, after) = (nearest(&before(plain, from)), nearest(&after(plain, to, false)));
    match (before, after) {
        (Cue::Phone, _) | (_, Cue::Phone) => Cue::Phone,
        (Cue::Other, _) | (Cue::Silent, Cue::Other) if is_called(&after_all(plain, to)) => Cue::Phone,
        (Cue::Silent, after) => after,
        (before, _) => before,
    }
}

/// Whether the word is one for a phone.
pub(super) fn is_phone(word: &str) -> bool {
    any(PHONES, word)
}

/// A word for a phone counts wherever it stands; otherwise the nearest word counts.
fn nearest(words: &[String]) -> Cue {
    if words.iter().any(|word| any(PHONES, word)) {
        return Cue::Phone;
    }
    let said = words.iter().map(|word| match (any(CALLS, word), any(OTHERS, word)) {
        (true, _) => Cue::Call,
        (_, true) => Cue::Other,
        _ => Cue::Silent,
    });
    said.into_iter().find(|cue| *cue != Cue::Silent).unwrap_or(Cue::Silent)
}

/// Words for the number itself, as they follow "call".
#[rustfmt::skip]
const ITSELF: [&str; 16] = [
    "it", "ese", "esto", "ahí", "allí", "це", "нього", "ньому", "туди", "него", "туда", "عليه", "عليها", "فيه", "به", "بهش",
];

/// "Call it" in one word.
const CALL_IT: [&str; 7] = ["llámalo", "llamalo", "márcalo", "marcalo", "llámale", "escríbele", "escribele"];

/// "…, call it", "…, llámalo", "… بهش زنگ بزن", "…, appelle-le".
fn is_called(words: &[String]) -> bool {
    let call = |word: &str| any(CALLS, word);
    words.iter().enumerate().any(|(at, word)| {
        let next = || words.iter().skip(at + 1).take(2);
        let last = at + 2 == words.len();
        CALL_IT.contains(&word.as_str())
            || call(word) && next().any(|it| ITSELF.contains(&it.as_str()))
            || call(word) && last && next().any(|it| matches!(it.as_str(), "le" | "la"))
            || word == "بهش" && next().any(|it| call(it))
    })
}

fn any(list: &[&str], word: &str) -> bool {
    let is = |word: &str| {
        list.iter().any(|cue| match cue.strip_suffix('-') {
            Some(stem) => word.starts_with(stem),
            None if cue.is_ascii() || cue.contains(|c: char| c.is_ascii_lowercase()) => {
                word.strip_prefix(cue).is_some_and(|rest| matches!(rest, "" | "s" | "es"))
            }
            None => *cue == word || cue.chars().nth(3).is_some() && word.starts_with(cue),
        })
    };
    is(word) || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(is))
}

/// The words before an index in the same sentence, the nearest first.
fn before(plain: &Plain, from: usize) -> Vec<String> {
    let mut words = Vec::new();
    let mut at = from;
    while let Some(c) = plain.before(at).filter(|_| words.len() < WORDS) {
        if is_letter(c) {
            let word = plain.word_before(at);
            at -= word.chars().count();
            words.push(word);
        } else if ends(plain, at - 1, words.is_empty()) || words.len() > 1 && is_another(plain, at) {
            break;
        } else {
            at -= 1;
        }
    }
    words
}

/// Whether another number of four digits and more ends here: what stands before it is said of that one.
fn is_another(plain: &Plain, to: usize) -> bool {
    (1..5).all(|back| plain.before(to + 1 - back).is_some_and(|c| c.is_ascii_digit()))
}

/// The same beyond commas.
fn after_all(plain: &Plain, to: usize) -> Vec<String> {
    after(plain, to, true)
}

/// The words from an index on in the same sentence, the nearest first; a comma ends it, or does not.
fn after(plain: &Plain, to: usize, on: bool) -> Vec<String> {
    let mut words = Vec::new();
    let mut at = to;
    while let Some(c) = plain.at(at).filter(|_| words.len() < WORDS) {
        if is_letter(c) {
            let word = plain.word_from(at);
            at += word.chars().count();
            words.push(word);
        } else if c.is_ascii_digit() || ends(plain, at, on && c == ',') {
            break;
        } else {
            at += 1;
        }
    }
    words
}

/// Whether a sentence ends here. Directly before a number a line break or a comma ends nothing, nor does a dot after
/// a short word ever: "tel. 612…", "Ref. 2025…".
fn ends(plain: &Plain, index: usize, beside: bool) -> bool {
    match plain.at(index) {
        Some('!' | '?' | ';') => true,
        Some('\n' | ',') => !beside,
        Some('.') => {
            let short = plain.word_before(index).chars().count() <= 4;
            plain.at(index + 1).is_some_and(|c| c == ' ' || c == '\n') && !short
        }
        _ => false,
    }
}
