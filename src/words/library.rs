//! All locales, embedded in the program; each is read when somebody needs it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::zone::Tz;
use include_dir::{Dir, include_dir};

use super::LoadError;
use super::lines::lines;
use super::locale::Locale;
use super::negotiate;
use super::status::{self, Review};
use super::text::Plain;
use super::voice::Voice;
use crate::domain::lang::Lang;
use crate::domain::poses::Poses;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// One file of `locales/`.
#[derive(Clone, Debug)]
pub struct File {
    /// The folder, which is the locale's tag.
    pub tag: String,
    /// The file's name, `join.ftl`.
    pub name: Cow<'static, str>,
    /// The words.
    pub ftl: Cow<'static, str>,
}

/// A language as the picker offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag.
    pub lang: Lang,
    /// Its own name in its own script.
    pub name: Plain,
    /// Whether no person has reviewed it.
    pub machine: bool,
}

/// Every word Lazo can say, in every language it has.
pub struct Words {
    locales: BTreeMap<Lang, Locale>,
    spoken: Vec<(Lang, Plain)>,
    errors: AtomicU64,
    poses: OnceLock<Poses>,
}

impl Words {
    /// The locales embedded in the program. A fault in one is found by [`Self::read`], which the tests and `lazo check` do.
    pub fn load() -> Result<Self, LoadError> {
        Self::shelve(&embedded_status(), &embedded())
    }

    /// Locales from the text of `STATUS.toml` and files, all of them read at once and found sound.
    pub fn read(status: &str, files: &[File]) -> Result<Self, LoadError> {
        let words = Self::shelve(status, files)?;
        words.locales.values().try_for_each(Locale::open)?;
        Ok(words)
    }

    fn shelve(status: &str, files: &[File]) -> Result<Self, LoadError> {
        let mut folders: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for file in files {
            folders.entry(&file.tag).or_default().push((file.name.clone(), file.ftl.clone()));
        }
        let mut statuses = status::read(status)?;
        let mut locales = BTreeMap::new();
        for (tag, files) in folders {
            let status = statuses.remove(tag).ok_or_else(|| LoadError::NoStatus(tag.to_owned()))?;
            locales.insert(Lang::new(tag), Locale::read(tag, &status, files)?);
        }
        if !locales.contains_key(&Lang::source()) {
            return Err(LoadError::NoStatus(Lang::source().to_string()));
        }
        let spoken = status::read_spoken(file("spoken.toml"))?;
        let spoken = spoken.into_iter().map(|(tag, name)| (Lang::new(&tag), Plain(name))).collect();
        Ok(Self { locales, spoken, errors: AtomicU64::new(0), poses: OnceLock::new() })
    }

    /// How to speak to somebody who chose `lang`, in a programme whose own language is `programme`.
    pub fn voice(&self, lang: &Lang, programme: &Lang, zone: Tz) -> Voice<'_> {
        Voice::new(self, lang, programme, zone)
    }

    /// The language we have for a tag a phone, a person or a file names; the programme's, else English, if none.
    pub fn negotiate(&self, wanted: &str, programme: &Lang) -> Lang {
        let have: Vec<_> = self.locales.keys().cloned().collect();
        negotiate::negotiate(wanted, programme, &have)
    }

    /// Every language for the picker, in the order of their tags.
    pub fn languages(&self) -> Vec<Language> {
        let language = |locale: &Locale| {
            let name = Plain(locale.autonym.clone());
            Language { lang: locale.lang.clone(), name, machine: locale.review == Review::Machine }
        };
        self.locales.values().map(language).collect()
    }

    /// The languages people may speak, each by its own name: more than Lazo speaks, in the picker's order.
    pub fn spoken(&self) -> &[(Lang, Plain)] {
        &self.spoken
    }

    /// How many times a message could not be written in a language since the start. Above zero means a bug.
    pub fn errors(&self) -> u64 {
        self.errors.load(Ordering::Relaxed)
    }

    /// What passes for our own words, in any language; found when it is first asked for.
    pub fn poses(&self) -> &Poses {
        self.poses.get_or_init(poses)
    }

    pub(super) fn locale(&self, lang: &Lang) -> Option<&Locale> {
        self.locales.get(lang)
    }

    pub(super) fn count_error(&self, id: &str, lang: &Lang) {
        self.errors.fetch_add(1, Ordering::Relaxed);
        tracing::error!(id, locale = %lang, "a message could not be written, its fallback was used");
    }
}

/// What passes for the words embedded in the program.
pub fn poses() -> Poses {
    let lines: Vec<_> = lines(&embedded()).collect();
    Poses::of(lines.iter().map(|(line, person, cut)| (line.as_str(), *person, *cut)))
}

/// The files of `locales/` as embedded in the program.
pub fn embedded() -> Vec<File> {
    let mut files = Vec::new();
    for folder in LOCALES.dirs() {
        let ftl = folder.files().filter(|file| file.path().extension().is_some_and(|ext| ext == "ftl"));
        for file in ftl {
            let name = file.path().file_name().map(std::ffi::OsStr::to_string_lossy);
            files.push(File {
                tag: folder.path().to_string_lossy().into_owned(),
                name: name.unwrap_or_default(),
                ftl: Cow::Borrowed(file.contents_utf8().unwrap_or_default()),
            });
        }
    }
    files
}

/// The text of `locales/STATUS.toml` as embedded in the program.
pub fn embedded_status() -> String {
    file("STATUS.toml").to_owned()
}

/// A file directly in `locales/`; an absent one reads as empty and is refused by whoever parses it.
fn file(name: &str) -> &'static str {
    LOCALES.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Day, Name, common, help, relay};

    const ATHENS: Tz = Tz::known("Europe/Athens");

    fn english() -> Lang {
        Lang::source()
    }

    #[test]
    fn a_language_is_read_when_somebody_needs_it_and_says_the_same_as_one_that_was_open() {
        let [lazy, open] = [Words::load(), Words::read(&embedded_status(), &embedded())].map(Result::unwrap);
        let read = |words: &Words| words.locales.values().map(Locale::is_open).collect::<Vec<_>>();
        assert!(lazy.controls() == open.controls() && lazy.languages() == open.languages());
        assert_eq!((read(&lazy), read(&open)), (vec![false; 3], vec![true; 3]));
        for tag in ["ar", "en"] {
            let said = [&lazy, &open].map(|words| {
                let voice = words.voice(&Lang::new(tag), &english(), ATHENS);
                (relay::from_team(&voice, Name("Marta")), common::sos(&voice), help::stayed(&voice))
            });
            assert_eq!(said[0], said[1], "{tag}");
        }
        assert_eq!((read(&lazy), lazy.errors()), (vec![true, true, false], 0));
    }

    #[test]
    fn each_language_has_its_name_in_its_own_script() {
        let names = Words::load().unwrap().languages().into_iter().map(|it| it.name.to_string());
        assert!(names.eq(["العربية", "English", "Español"]));
    }

    #[test]
    fn a_name_keeps_its_direction_in_either_language() {
        let words = Words::load().unwrap();
        let english = words.voice(&english(), &english(), ATHENS);
        let arabic = words.voice(&Lang::new("ar"), &Lang::source(), ATHENS);
        assert_eq!(relay::from_team(&english, Name("Marta")).as_str(), "💬 <b>Marta</b> · team");
        assert_eq!(
            relay::from_team(&english, Name("مارتا")).as_str(),
            "💬 <b>\u{2068}مارتا\u{2069}</b> · team"
        );
        assert_eq!(
            relay::from_team(&arabic, Name("Marta")).as_str(),
            "\u{200F}💬 <b>\u{2068}Marta\u{2069}</b> · الفريق"
        );
    }

    #[test]
    fn a_hostile_name_comes_out_inert() {
        let words = Words::load().unwrap();
        let voice = words.voice(&english(), &english(), ATHENS);
        let hostile = Name("<a href=\"tg://user?id=1\">x</a> & {$count}");
        assert_eq!(
            relay::from_team(&voice, hostile).as_str(),
            "💬 <b>&lt;a href=&quot;tg://user?id=1&quot;&gt;x&lt;/a&gt; &amp; {$count}</b> · team"
        );
    }

    #[test]
    fn a_day_and_a_clock_are_the_readers_own() {
        let words = Words::load().unwrap();
        let at = chrono::DateTime::from_timestamp(1_709_654_700, 0).unwrap();
        let voice = words.voice(&Lang::new("ar"), &english(), ATHENS);
        assert_eq!(voice.clock(at, ATHENS).as_str(), "18:05 · أثينا");
        let voice = words.voice(&Lang::new("es"), &english(), ATHENS);
        assert!(help::paused(&voice, Day(at)).as_str().contains("martes, 5 de marzo"));
        assert_eq!(voice.moment(at), "martes, 5 de marzo a las 18:05");
    }

    #[test]
    fn every_language_lazo_speaks_can_be_chosen_as_spoken() {
        let words = Words::load().unwrap();
        for language in words.languages() {
            assert!(words.spoken().iter().any(|(lang, _)| *lang == language.lang), "{}", language.lang);
        }
    }
}
