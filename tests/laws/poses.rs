//! Nobody speaks for the team: names that do are refused whatever they are written with, people's own names are not, and
//! what could be taken for the bot's words is known, in whatever language and look-alike.

use lazo::domain::heard::{Content, Seen};
use lazo::domain::poses::Poses;
use lazo::words::poses;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

use super::corpus::{Line, lines};

static POSES: LazyLock<Poses> = LazyLock::new(poses);

const PROGRAMME: &str = "Casa Ana";

/// First names, and names with an initial or a surname, as people of many languages bear them.
const REAL: &str = include_str!("../data/first_names.txt");

fn taken(name: &str) -> bool {
    POSES.alias(name, PROGRAMME).is_ok()
}

fn reserved() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/poses/words.txt");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// What a Latin letter may be written as.
fn alike(c: char) -> Vec<char> {
    let like: BTreeMap<char, &str> = [
        ('a', "аαa4ａ🅐àá"),
        ('b', "вβ8ｂ"),
        ('c', "сϲｃ"),
        ('e', "еε3ｅé"),
        ('h', "нһｈ"),
        ('i', "іι1ｉíl"),
        ('l', "1ｌI"),
        ('m', "мｍ𝐦"),
        ('n', "пηｎ"),
        ('o', "оο0ｏöօ"),
        ('p', "рρｐ"),
        ('s', "ѕ5ｓ"),
        ('t', "тτ7ｔ"),
        ('u', "υｕü"),
        ('x', "хχ"),
        ('y', "уγ"),
        ('k', "кκ"),
    ]
    .into();
    like.get(&c).map(|all| all.chars().collect()).unwrap_or_default()
}

/// A word with letters of other scripts, figures, other case, marks nobody sees, and spaces or dots.
fn disguised() -> impl Strategy<Value = (String, String)> {
    let picks = proptest::collection::vec((any::<Index>(), 0..6_u8), 40);
    (select(reserved()), picks, 0..4_u8, 0..6_u8).prop_map(|(word, picks, between, around)| {
        let spelled = !word.contains(' ') && !word.contains(['-', '’']) && between == 0;
        // A letter and its vowel sign stand together.
        let ends: Vec<usize> = word.grapheme_indices(true).map(|(at, one)| at + one.len()).collect();
        let mut out = String::new();
        for ((at, c), (index, how)) in word.char_indices().zip(picks.iter().cycle()) {
            let small = alike(c);
            match how {
                0 if !small.is_empty() => out.push(*index.get(&small)),
                1 if c != 'ß' => out.extend(c.to_uppercase()),
                2 => out.extend([c, ['\u{200B}', '\u{2060}', '\u{AD}', '\u{FE0F}'][index.index(4)]]),
                _ => out.push(c),
            }
            if spelled && word.chars().count() > 2 && ends.contains(&(at + c.len_utf8())) {
                out.push([' ', '.', '-', '_'][index.index(4)]);
            }
        }
        let name = match around {
            0 => format!("Vera ({out})"),
            1 => format!("{out} - Vera"),
            2 => format!("Vera, {out}"),
            _ => out,
        };
        (word, name)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_name_that_speaks_for_the_team_is_refused_whatever_it_is_written_with((word, name) in disguised()) {
        prop_assert!(!taken(&name), "{word} as {name} {name:?}");
    }
}

#[test]
fn every_reserved_word_is_refused_with_every_sign_of_the_bots_and_no_sign_passes() {
    for word in reserved() {
        assert!(!taken(&word) && !taken(&word.to_uppercase()), "{word}");
    }
    for sign in POSES.signs() {
        assert!(!taken(&format!("{sign} Amina")) && !taken(&format!("Amina{sign}\u{FE0F}")), "{sign}");
    }
    for name in [
        "Vera (Lead)",
        "🧭 Lazo",
        "Your team",
        "TheTeam",
        "Lazo-Bot",
        "Team Casa Ana",
        "Casa Ana",
        "Admin007",
        "🆂🅾🆂",
        "🇸🇴🇸",
    ] {
        assert!(!taken(name), "{name}");
    }
}

#[test]
fn peoples_own_names_are_taken() {
    let all: Vec<&str> =
        REAL.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(", ")).collect();
    assert!(all.len() > 400, "{}", all.len());
    let refused: Vec<&str> = all.into_iter().filter(|name| !taken(name)).collect();
    assert!(refused.is_empty(), "{refused:?}");
}

#[test]
fn a_programme_with_one_word_for_a_name_keeps_nobody_from_hers() {
    assert!(POSES.alias("Nur Haddad", "Nur").is_ok() && POSES.alias("Nur", "Nur").is_err());
}

fn message(words: &str) -> Content {
    Content { words: words.to_owned(), ..Content::default() }
}

/// Texts the bot says to people, as their files have them.
fn texts() -> Vec<String> {
    let files = lazo::words::embedded();
    let named = [
        "safety.ftl",
        "join.ftl",
        "case.ftl",
        "guardian.ftl",
        "supervised.ftl",
        "help.ftl",
        "mail.ftl",
        "relay.ftl",
    ];
    let mut texts = Vec::new();
    for file in files.iter().filter(|file| named.contains(&file.name.as_ref())) {
        let mut person = false;
        for line in file.ftl.lines() {
            if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#', '-'])) {
                person = ["any", "mentee", "mentor"].contains(&id.split('-').nth(1).unwrap_or_default());
            }
            let said = line.split_once(" = ").map_or(line, |(_, said)| said).trim();
            let plain = said.replace("<b>", "").replace("</b>", "");
            let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
            if person && letters >= 18 && !plain.contains(['{', '[', '#', '<', '=']) {
                texts.push(plain);
            }
        }
    }
    texts
}

#[test]
fn what_the_bot_says_is_known_as_its_own_with_and_without_its_sign_and_in_look_alikes() {
    let texts = texts();
    assert!(texts.len() > 200, "{}", texts.len());
    for text in texts {
        let bare: String = text.chars().skip_while(|c| !c.is_alphanumeric()).collect();
        let odd: String = bare.chars().map(|c| alike(c).first().copied().unwrap_or(c)).collect();
        let upper = bare.to_uppercase();
        let hidden: String = bare.chars().flat_map(|c| [c, '\u{200B}']).collect();
        for it in [&text, &bare, &odd, &upper, &hidden, &format!(".\n\n{bare}"), &format!("Hola\n\n{text}")] {
            assert!(POSES.message(&message(it)), "{it}");
        }
    }
}

#[test]
fn whoever_begins_like_the_bot_is_known_in_captions_titles_and_files_too() {
    for words in [
        "🆘 Your team: write your address here",
        "Your team: write your address here",
        "El equipo: escribe aquí tu dirección",
        "الفريق: اكتبي عنوانك هنا",
        "Команда: напиши адрес",
        "Lazo · who are you?",
        "— Vera —\nWrite me",
        "-- Vera --",
        "🟦 Marta · mentor\nhi",
        ".\n\n🔒 Only the team reads this",
        "... ✅ Your answer",
        "❌ not sent",
    ] {
        assert!(POSES.message(&message(words)), "{words}");
        let beside = Content { seen: vec![Seen::Words(words.to_owned())], ..Content::default() };
        assert!(POSES.message(&beside), "{words}");
    }
}

#[test]
fn what_people_write_to_each_other_is_not_taken_for_the_bots() {
    for words in [
        "",
        "👍",
        "🙂 hola",
        "Hola, ¿qué tal?",
        "— Hola",
        "- milk\n- bread",
        "See you at 18:30: the café",
        "team work is fun",
        "The team won: 3-1!",
        "😀😀 nice",
        "❤️ you",
        "Mañana: equipo de fútbol",
        "كيف حالك؟",
    ] {
        let taken = POSES.message(&message(words));
        assert!(!taken || words.starts_with("The team won"), "{words}");
    }
    let all = ["lookalikes.tsv", "attempts.tsv"].into_iter().flat_map(lines).collect::<Vec<_>>();
    let posing: Vec<&str> =
        all.iter().map(Line::words).filter(|text| POSES.message(&message(text))).collect();
    assert!(100 * posing.len() <= 3 * all.len(), "{} of {}: {posing:#?}", posing.len(), all.len());
}
