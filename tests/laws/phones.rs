//! Phone numbers of every country, from libphonenumber's public metadata: none passes the guard that is written with its
//! country's code, or as its country writes it, or beside a word for a phone.

use super::corpus::said;
use lazo::domain::leak::Shown;
use phonenumber::Metadata;
use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, PhoneNumber};

/// Signs that people put between the parts of a number.
#[rustfmt::skip]
const SIGNS: [&str; 22] = [
    " ", "-", ".", "/", "", ",", ", ", " - ", " / ", "_", "*", "·", "|", ":", ";", "~", "—", "…", "\n", "★", "❤️", "\u{200B}",
];

/// Words for a phone, as they stand beside a number, in the languages of the corpus.
#[rustfmt::skip]
const CUES: [&str; 32] = [
    "tel {}", "Tel.: {}", "phone {}", "my mobile: {}", "whatsapp {}", "my whatsapp is {}", "{} on whatsapp", "my cell is {}",
    "teléfono {}", "mi móvil es el {}", "wasap {}", "{} es mi móvil", "tlf. {}",
    "هاتف {}", "واتساب {}", "جوالي {}", "موبايل: {}", "{} هاتفي",
    "тел. {}", "мій телефон {}", "мобільний {}", "вайбер {}", "{} мій мобільний",
    "tél. {}", "mon portable : {}", "téléphone {}", "{} c'est mon portable",
    "تلفن {}", "موبایل من {}", "واتساپ {}", "{} تلفنم", "موبایلم {}",
];

/// Sentences that say nothing about a number, and one that says it is something else.
#[rustfmt::skip]
const AROUND: [&str; 9] = [
    "{}", "it is {} ok", "apunta {} porfa", "خذ {} الآن", "ось {} дивись", "voilà {} merci", "این {} است",
    "order number {}", "ISBN {}",
];

/// Numbers of a region: the examples of each kind of line, and others like them.
fn numbers(region: &Metadata) -> Vec<PhoneNumber> {
    let kinds = region.descriptors();
    let kinds = [kinds.fixed_line(), kinds.mobile(), kinds.voip(), kinds.personal_number()];
    let national =
        kinds.into_iter().flatten().flat_map(|kind| others(kind.example(), |digits| kind.is_match(digits)));
    let parsed =
        national.map(|digits| phonenumber::parse(None, format!("+{}{digits}", region.country_code())));
    parsed.filter_map(Result::ok).filter(phonenumber::is_valid).collect()
}

/// The example, and what comes of it when its last digits are changed.
fn others(example: Option<&str>, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let Some(example) = example else { return Vec::new() };
    let mut found = vec![example.to_owned()];
    let mut seed = example.bytes().fold(7_u64, |seed, digit| seed * 31 + u64::from(digit));
    for _ in 0..20 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let changed = example.len().min(6);
        let tail = format!("{:06}", (seed >> 33) % 1_000_000);
        let other = format!("{}{}", &example[..example.len() - changed], &tail[6 - changed..]);
        if fits(&other) && found.len() < 4 {
            found.push(other);
        }
    }
    found
}

fn all() -> impl Iterator<Item = (String, PhoneNumber)> {
    let regions: Vec<&Metadata> = DATABASE.iter().collect();
    assert!(regions.len() > 230, "{} regions", regions.len());
    regions.into_iter().flat_map(|region| {
        let numbers = numbers(region);
        numbers.into_iter().map(|number| (region.id().to_owned(), number)).collect::<Vec<_>>()
    })
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// The parts of a number as it is formatted, put together with other signs.
fn with(formatted: &str, sign: &str) -> String {
    let parts: Vec<&str> =
        formatted.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    parts.join(sign)
}

/// Says what passed, a few of each, and fails if anything did.
fn none(passed: &[String], of: usize) {
    let shown: Vec<&String> = passed.iter().step_by(1 + passed.len() / 60).collect();
    assert!(passed.is_empty(), "{} of {of} passed: {shown:#?}", passed.len());
    println!("{of} texts");
}

#[test]
fn no_number_passes_with_its_countrys_code_whatever_stands_between_its_parts() {
    let (mut passed, mut of) = (Vec::new(), 0);
    for (region, number) in all() {
        let formatted = number.format().mode(Mode::International).to_string();
        for (at, sign) in SIGNS.iter().enumerate() {
            let parts = with(&formatted, sign);
            let first = parts.chars().next().unwrap();
            let around = AROUND[(at + digits(&formatted)) % AROUND.len()];
            let forms = ["+{}", "(+{})", "00{}", "+ {}"];
            for form in forms.iter().skip((at + parts.len()) % 4).take(1) {
                let text = form.replace("{}", &parts);
                of += 1;
                let text = around.replace("{}", &text);
                // A zero after two more is no country's code.
                if first != '0' && said(&text) != Some(Shown::Phone) {
                    passed.push(format!("{region}: {text:?}"));
                }
            }
        }
    }
    none(&passed, of);
}

#[test]
fn no_number_passes_as_its_country_writes_it() {
    let (mut passed, mut of) = (Vec::new(), 0);
    for (region, number) in all() {
        let text = number.format().mode(Mode::National).to_string();
        // Where a country puts no sign into it, it is a row of digits like any other.
        let signs = text.contains(|c: char| !c.is_ascii_digit());
        if !signs || digits(&text) < 7 {
            continue;
        }
        for around in &AROUND[..7] {
            of += 1;
            let text = around.replace("{}", &text);
            if said(&text) != Some(Shown::Phone) {
                passed.push(format!("{region}: {text:?}"));
            }
        }
    }
    none(&passed, of);
}

#[test]
fn no_number_passes_beside_a_word_for_a_phone() {
    let (mut passed, mut of) = (Vec::new(), 0);
    for (at, (region, number)) in all().enumerate() {
        let national = number.format().mode(Mode::National).to_string();
        let whole = number.format().mode(Mode::E164).to_string();
        let bare = with(&national, "");
        let forms = [
            national.clone(),
            bare,
            whole.trim_start_matches('+').to_owned(),
            with(&national, "-"),
            with(&national, "."),
        ];
        for form in forms.iter().filter(|form| digits(form) >= 7) {
            for step in 0..3 {
                let cue = CUES[(at * 7 + step * 5) % CUES.len()];
                let text = cue.replace("{}", form);
                of += 1;
                if said(&text) != Some(Shown::Phone) {
                    passed.push(format!("{region}: {text:?}"));
                }
            }
        }
    }
    none(&passed, of);
}
