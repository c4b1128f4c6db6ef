//! Names of files, as far as a person gave them: what cameras and phones call their pictures says nothing.

use super::numbers::is_day;

/// Words that phones and programs put into the names of what they make.
#[rustfmt::skip]
const MACHINES: [&str; 30] = [
    "img", "image", "vid", "video", "pxl", "dsc", "dscn", "dscf", "mvimg", "photo", "foto", "screenshot", "screen",
    "recording", "screenrecorder", "aud", "ptt", "audio", "voice", "record", "wa", "whatsapp", "signal", "telegram", "fb",
    "received", "document", "scan", "camscanner", "lv",
];

/// Endings of files that hold contact cards.
const CARDS: [&str; 3] = [".vcf", ".vcard", ".contact"];

/// Whether a file of this name holds a contact card.
pub(super) fn is_card(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c == '.' || c.is_whitespace()).to_lowercase();
    CARDS.iter().any(|ending| name.ends_with(ending))
}

/// The name without its ending and without the hours and counts that machines put into it.
pub(super) fn words(name: &str) -> String {
    let stem = name.rsplit_once('.').filter(|(stem, ending)| !stem.is_empty() && ending.len() < 6);
    let stem = stem.map_or(name, |(stem, _)| stem);
    let lower = stem.to_lowercase();
    let mut letters = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let machine = letters.all(|word| MACHINES.contains(&word));
    let parts: Vec<&str> = digits_and_rest(stem);
    let mut words = String::with_capacity(stem.len());
    let mut day = false;
    for part in parts {
        let is = part.starts_with(|c: char| c.is_ascii_digit());
        if is && (is_stamp(part, machine) || day && (6..10).contains(&part.len())) {
            day = true;
            words.push('x');
        } else {
            words.push_str(part);
            day &= !is;
        }
    }
    words
}

fn digits_and_rest(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != kind).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}

/// A day (20250612), a day and hour, milliseconds since 1970, a running number of sixteen digits and more; and where
/// nothing but a machine's words stand beside them, seconds since 1970 and Android's own count.
fn is_stamp(digits: &str, machine: bool) -> bool {
    let day = digits.get(..8).is_some_and(is_day);
    match digits.len() {
        8 | 14 | 17 => day,
        13 => digits.starts_with(['1']),
        10 => machine && (digits.starts_with("1000") || digits.starts_with("17") || digits.starts_with("18")),
        len => len > 15,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_machine_called_it_says_nothing() {
        for name in [
            "IMG_20250612_143015.jpg",
            "PXL_20250612_143015123.jpg",
            "VID-20250612-WA0012.mp4",
            "FB_IMG_1718190000123.jpg",
            "photo_5366412345678901234_y.jpg",
            "1000012345.jpg",
            "Recording 1718190000.m4a",
            "20250612143015.pdf",
        ] {
            let left = words(name);
            assert!(left.chars().filter(char::is_ascii_digit).count() < 7, "{name}: {left}");
        }
    }

    #[test]
    fn what_a_person_called_it_stays() {
        assert_eq!(words("call me 600 000 009.pdf"), "call me 600 000 009");
        assert_eq!(words("600000009.vcf"), "600000009");
        assert_eq!(words("IMG_600000009.jpg"), "IMG_600000009");
    }

    #[test]
    fn a_card_is_one_by_its_ending() {
        assert!(is_card("Amina.VCF ") && is_card("a.vcard") && !is_card("vcf.pdf"));
    }
}
