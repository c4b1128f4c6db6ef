//! All locales, read once at start from what is embedded in the program.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono_tz::Tz;
use include_dir::{Dir, include_dir};

use super::LoadError;
use super::locale::Locale;
use super::negotiate;
use super::status::{self, Review};
use super::text::Plain;
use super::voice::Voice;
use crate::domain::lang::Lang;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// One file of `locales/`.
#[derive(Clone, Debug)]
pub struct File {
    /// The folder, which is the locale's tag.
    pub tag: String,
    /// The file's name, `join.ftl`.
    pub name: String,
    /// The words.
    pub ftl: String,
}

/// A language as the picker offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag.
    pub lang: Lang,
    /// Its own name in its own script, with "(beta)" while no person has reviewed it.
    pub label: Plain,
    /// Whether no person has reviewed it.
    pub machine: bool,
}

/// Every word Lazo can say, in every language it has.
pub struct Words {
    locales: BTreeMap<Lang, Arc<Locale>>,
    errors: AtomicU64,
}

impl Words {
    /// The locales embedded in the program.
    pub fn load() -> Result<Self, LoadError> {
        Self::read(&embedded_status(), &embedded())
    }

    /// Locales from the text of `STATUS.toml` and files; the checks plant their faults here.
    pub fn read(status: &str, files: &[File]) -> Result<Self, LoadError> {
        let mut folders: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        for file in files {
            folders.entry(&file.tag).or_default().push((&file.name, &file.ftl));
        }
        let mut statuses = status::read(status)?;
        let mut locales = BTreeMap::new();
        for (tag, files) in folders {
            let status = statuses.remove(tag).ok_or_else(|| LoadError::NoStatus(tag.to_owned()))?;
            locales.insert(Lang::new(tag), Arc::new(Locale::read(tag, &status, &files)?));
        }
        if !locales.contains_key(&Lang::source()) {
            return Err(LoadError::NoStatus(Lang::source().to_string()));
        }
        Ok(Self { locales, errors: AtomicU64::new(0) })
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
        let language = |locale: &Arc<Locale>| {
            let machine = locale.review == Review::Machine;
            let beta = if machine { " (beta)" } else { "" };
            let label = Plain(format!("{}{beta}", locale.autonym));
            Language { lang: locale.lang.clone(), label, machine }
        };
        self.locales.values().map(language).collect()
    }

    /// How many times a message could not be written in a language since the start. Above zero means a bug.
    pub fn errors(&self) -> u64 {
        self.errors.load(Ordering::Relaxed)
    }

    pub(super) fn locale(&self, lang: &Lang) -> Option<&Arc<Locale>> {
        self.locales.get(lang)
    }

    pub(super) fn count_error(&self, id: &str, lang: &Lang) {
        self.errors.fetch_add(1, Ordering::Relaxed);
        tracing::error!(id, locale = %lang, "a message could not be written, its fallback was used");
    }
}

/// The files of `locales/` as embedded in the program.
pub fn embedded() -> Vec<File> {
    let mut files = Vec::new();
    for folder in LOCALES.dirs() {
        let ftl = folder.files().filter(|file| file.path().extension().is_some_and(|ext| ext == "ftl"));
        for file in ftl {
            let name = file.path().file_name().map(|name| name.to_string_lossy().into_owned());
            files.push(File {
                tag: folder.path().to_string_lossy().into_owned(),
                name: name.unwrap_or_default(),
                ftl: file.contents_utf8().unwrap_or_default().to_owned(),
            });
        }
    }
    files
}

/// The text of `locales/STATUS.toml` as embedded in the program.
pub fn embedded_status() -> String {
    LOCALES.get_file("STATUS.toml").and_then(|file| file.contents_utf8()).unwrap_or_default().to_owned()
}
