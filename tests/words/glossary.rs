//! L15: one word for one thing, and none that says something else to its reader. What is avoided, and why, per locale.

use lazo::words::{File, embedded};

use crate::shelf::{complains, lines, none, planted, tags};

/// Words for people that a locale avoids, and what is said instead.
const AVOIDED: [(&str, &str, &str); 42] = [
    ("en", "read along", "read this chat too"),
    ("en", "reads along", "reads this chat too"),
    ("en", "reading along", "reading this chat"),
    ("en", "shall", "should, will"),
    ("en", "whom", "who"),
    ("en", "need not", "do not have to"),
    ("en", "swap", "share"),
    ("en", "help button", "🆘: two things are called help"),
    ("en", "so-so", "OK"),
    ("en", "conversation", "chat: one word for one thing"),
    ("es", "denunci", "avisar al equipo: the word means the police"),
    ("es", "vosotros", "tú: Latin Americans do not use it"),
    ("es", "vuestr", "tú"),
    ("es", "habéis", "tú"),
    ("es", "queréis", "tú"),
    ("es", "podéis", "tú"),
    ("es", "llamadme", "quiero una llamada"),
    ("es", "familia", "tutor o tutora: many are here alone"),
    ("es", "persona mentor", "mentee, mentor o mentora"),
    ("es", "por otra vía", "pero no aquí"),
    ("es", "por otro lado", "pero no aquí"),
    ("es", "contactos,", "teléfonos"),
    ("es", "tu lugar", "tu plaza"),
    ("es", "los demás", "el resto"),
    ("es", "conversación", "chat: one word for one thing"),
    ("es", " parad", "en pausa"),
    ("es", "sí, pararl", "sí, ponerlo en pausa"),
    ("es", "detenid", "en pausa"),
    ("ar", "حتى {", "قبل: the word says until"),
    ("ar", "يهتم بك", "مسؤول عنك: the words say that somebody is interested in her"),
    ("ar", "اللجوء", "التحدث مع: the word is that of asylum"),
    ("ar", "هذا الاسم:", "هذا الشخص"),
    ("ar", "لهذا الاسم", "لهذا الشخص"),
    ("ar", "تيليغرام", "تيليجرام"),
    ("ar", "دردشة", "محادثة"),
    ("ar", "الأهل", "ولي الأمر أو الوصي: many are here alone"),
    ("ar", "وسائل الاتصال", "أرقام الهاتف"),
    ("ar", "وسيلة اتصال", "معلومات اتصال"),
    ("ar", "أريد اتصالًا", "اتصلوا بي"),
    ("ar", "الأفضل الكتابة", "اكتبوا لي: stiff, and unclear in an emergency"),
    ("ar", "لا تشعر", "عدم الشعور: the verb is a man's"),
    ("ar", "أن تقول", "قول: the verb is a man's"),
];

/// Words that no text has, for the team neither: each thing has another.
const ELSEWHERE: [(&str, &str, &str); 9] = [
    ("en", "conversation", "chat"),
    ("en", " pause", "break: a person's own; stop: the team's"),
    ("en", "in touch", "in contact"),
    ("en", "close this pair", "end: cases are closed"),
    ("en", "close the pair", "end: cases are closed"),
    ("en", "pair is closed", "has ended: cases are closed"),
    ("es", "cerrar esta pareja", "terminar: se cierran los casos"),
    ("es", "cerrar la pareja", "terminar: se cierran los casos"),
    ("es", "mentoría está cerrada", "ha terminado: se cierran los casos"),
];

/// Signs that mean one thing to a mentee or a mentor, and the texts (or their beginnings) that say it.
const MEANS: [(char, &[&str]); 8] = [
    ('🌱', &["common-any-role-mentee", "help-any-which", "pairing-mentor-found"]),
    ('🤝', &["common-any-role-mentor", "help-any-which", "pairing-mentee-found"]),
    ('🧭', &["common-any-role-coordinator", "safety-any-menu", "safety-any-team", "help-any-which-about"]),
    ('🔎', &["checkin-mentor-worry", "safety-any-menu"]),
    ('☎', &["safety-any-line-", "safety-any-own-line"]),
    ('📞', &["checkin-me", "checkin-any-thanks-call", "help-any-which-call", "missed-any-", "safety-any-"]),
    ('🌙', &["common-any-slot-evenings"]),
    ('▶', &["help-any-", "opening-any-", "relay-any-unpaused", "safety-any-"]),
];

/// Hands and animals that insult somebody somewhere.
const SIGNS: [char; 12] = ['👍', '👎', '👌', '✋', '🖐', '👋', '🙋', '👉', '🙈', '🙉', '🙊', '🐢'];

/// Each text of a file, with its buttons, and its message's id.
fn texts(file: &File) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for line in lines(&file.ftl) {
        if texts.last().is_none_or(|(id, _)| id != line.id) {
            texts.push((line.id.to_owned(), String::new()));
        }
        if let Some((_, text)) = texts.last_mut() {
            text.push_str(&line.said.to_lowercase());
            text.push('\n');
        }
    }
    texts
}

fn check(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        for (id, text) in texts(file) {
            let person = !id.contains("-coord-");
            let words = AVOIDED.iter().filter(|_| person).chain(&ELSEWHERE);
            for (_, word, instead) in words.filter(|(tag, ..)| *tag == file.tag) {
                if text.contains(word) {
                    complaints.push(format!("{} {id}: {word}; better: {instead}", file.tag));
                }
            }
            if text.contains(SIGNS) {
                complaints.push(format!("{} {id}: a sign that insults somebody", file.tag));
            }
            // Alone it is a couple; once on a screen is enough.
            let couple = file.tag == "es" && (text.contains("pareja") && !text.contains("de mentoría"));
            if couple && !["setup.ftl", "settings.ftl"].contains(&&*file.name) {
                complaints.push(format!("es {id}: pareja alone"));
            }
        }
    }
    complaints
}

/// Signs that say something else than elsewhere.
fn other_meanings(files: &[File]) -> Vec<String> {
    let source = files.iter().filter(|file| file.tag == "en").flat_map(texts);
    let people = source.filter(|(id, _)| !id.contains("-coord-"));
    people
        .flat_map(|(id, text)| {
            let strays = MEANS.iter().filter(|(sign, ids)| {
                text.contains(*sign) && !ids.iter().any(|begins| id.starts_with(begins))
            });
            strays.map(|(sign, _)| format!("en {id}: {sign} means something else")).collect::<Vec<_>>()
        })
        .collect()
}

/// For whoever reads little the sign is the wording. All other locales have the signs of the source.
#[test]
fn a_sign_means_one_thing() {
    none(&other_meanings(&embedded()));
    complains(&other_meanings(&planted("en", "leak.ftl", "🔢", "📞")), "en leak-any-shows-phone: 📞");
    complains(&other_meanings(&planted("en", "common.ftl", "Next ➡️", "Next ▶")), "en common-any-next: ▶");
}

#[test]
fn no_text_has_a_word_that_its_locale_avoids() {
    none(&check(&embedded()));
}

#[test]
fn a_word_that_is_avoided_is_noticed_in_every_locale() {
    for (tag, from, to, about) in [
        ("en", "Polls cannot be sent", "Polls shall not be sent", "en relay-any-refused-poll: shall"),
        ("es", "encuestas", "denuncias", "es relay-any-refused-poll: denunci"),
        ("ar", "لا يمكن إرسال الاستطلاعات هنا", "دردشة", "ar relay-any-refused-poll: دردشة"),
        ("en", "📊", "🐢", "en relay-any-refused-poll: a sign"),
    ] {
        complains(&check(&planted(tag, "relay.ftl", from, to)), about);
    }
    complains(&check(&planted("en", "desk.ftl", "⏸ Stop\n", "⏸ Pause\n")), "en desk-coord-card");
    complains(
        &check(&planted("es", "desk.ftl", "🤝 <b>Tus parejas de mentoría</b>", "🤝 <b>Tus parejas</b>")),
        "pareja alone",
    );
    assert!(
        tags().iter().all(|tag| AVOIDED.iter().any(|(it, ..)| it == tag)),
        "each locale has words to avoid"
    );
}

/// The first sign of a text: whoever reads little reads that.
fn sign(line: &str) -> Option<char> {
    let first = line.trim().chars().find(|c| !c.is_whitespace())?;
    (!first.is_alphanumeric() && !first.is_ascii() && !['«', '“', '¿', '¡', '…'].contains(&first))
        .then_some(first)
}

/// Signs of messages and buttons that differ from the source's; arrows are mirrored where lines run the other way.
fn other_signs(files: &[File]) -> Vec<String> {
    let signs = |tag: &str| -> Vec<(String, Option<char>)> {
        let mut all = Vec::new();
        for file in files.iter().filter(|file| file.tag == tag) {
            let mut named = None;
            for line in lines(&file.ftl).into_iter().filter(|line| !line.said.is_empty()) {
                // The first line of each text has its sign.
                let name = (line.id, line.attr);
                if named.replace(name) != Some(name) {
                    let attr = line.attr.map(|attr| format!(".{attr}")).unwrap_or_default();
                    all.push((format!("{}{attr}", line.id), sign(line.said)));
                }
            }
        }
        all
    };
    let source: std::collections::BTreeMap<_, _> = signs("en").into_iter().collect();
    let mirrored = |c| match c {
        '▶' => '◀',
        '◀' => '▶',
        c => c,
    };
    let mut complaints = Vec::new();
    for tag in tags().iter().filter(|tag| *tag != "en") {
        for (id, here) in signs(tag) {
            let wanted = source.get(&id).copied().flatten();
            let wanted = if tag == "ar" { wanted.map(mirrored) } else { wanted };
            if here != wanted && wanted.is_some() {
                complaints.push(format!("{tag} {id}: {here:?} instead of {wanted:?}"));
            }
        }
    }
    complaints
}

#[test]
fn every_locale_begins_with_the_same_sign_as_the_source() {
    none(&other_signs(&embedded()));
}

#[test]
fn another_sign_and_an_arrow_that_is_not_mirrored_are_noticed() {
    complains(&other_signs(&planted("es", "mail.ftl", "✉️", "📮")), "es mail-any-line");
    complains(
        &other_signs(&planted("ar", "safety.ftl", ".one = ◀", ".one = ▶")),
        "ar safety-any-who-is-fine.one",
    );
}
