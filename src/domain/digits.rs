//! Decimal digits of every script: people type them on the keyboard they have.

/// The zero of every run of decimal digits in Unicode 14; one to nine follow each.
#[rustfmt::skip]
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20,
    0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
    0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8,
    0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

/// The value of a decimal digit of any script.
pub fn value(c: char) -> Option<u32> {
    let code = u32::from(c);
    let run = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    let value = code - ZEROS.get(run)?;
    (value < 10).then_some(value)
}

/// The text with the digits of every script written 0 to 9.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_read() {
        assert_eq!(plain("١٤:٣٠ ۰۹ ১২ 𝟛 ４"), "14:30 09 12 3 4");
    }

    #[test]
    fn letters_and_signs_are_left_alone() {
        assert!("aZ:/ ²Ⅷ五".chars().all(|c| value(c).is_none()));
    }

    #[test]
    fn every_digit_is_a_number_to_the_standard_library_too() {
        let ours = ('\0'..=char::MAX).filter(|c| value(*c).is_some());
        assert!(ours.clone().all(char::is_numeric));
        assert_eq!(ours.count(), 660);
    }
}
