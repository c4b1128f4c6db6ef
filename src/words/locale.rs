//! One locale: its formats, its direction, and its words, which are read when somebody needs them.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use fluent_bundle::bundle::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::LoadError;
use super::dates::Formats;
use super::direction::{anchor, isolate_latin, runs_right_to_left};
use super::hook::hook;
use super::status::{Review, Status};
use super::table::Shape;
use crate::domain::lang::Lang;

type Bundle = FluentBundle<Arc<FluentResource>, IntlLangMemoizer>;

/// The message that holds a language's own name, in its own script.
const AUTONYM: &str = "locale-name";

/// The files that are always open: keyboards, and what their words are recognised by; commands, which everybody is told
/// at each start.
const COVER: [&str; 2] = ["common.ftl", "command.ftl"];

/// A file's name and what is in it.
type File = (Cow<'static, str>, Cow<'static, str>);

/// A language's words and the way it writes dates, numbers and lists.
pub(super) struct Locale {
    pub(super) lang: Lang,
    pub(super) review: Review,
    pub(super) autonym: String,
    /// Whether it runs from right to left: whether its own name does.
    pub(super) rtl: bool,
    pub(super) formats: Formats,
    files: Vec<File>,
    cover: Bundle,
    pages: OnceLock<Option<Pages>>,
}

/// All words of a language over one parsed resource: for messages, and for what has no markup.
struct Pages {
    html: Bundle,
    plain: Bundle,
}

impl Locale {
    /// Reads a locale's cover. The rest of its files is read when somebody needs it: a language takes 0.8 MB of memory.
    pub(super) fn read(tag: &str, status: &Status, files: Vec<File>) -> Result<Self, LoadError> {
        let outside = files.iter().filter(|(name, _)| COVER.contains(&name.as_ref()));
        let outside: Vec<_> = outside.map(|file| parse(tag, file)).collect::<Result<_, _>>()?;
        let cover = bundle(tag, &outside, false, false)?;
        let autonym = render(&cover, AUTONYM, None, &[]).ok_or_else(|| LoadError::Autonym(tag.to_owned()))?;
        let rtl = runs_right_to_left(&autonym);
        Ok(Self {
            lang: Lang::new(tag),
            review: status.review,
            autonym,
            rtl,
            formats: Formats::of(status.formats.as_deref().unwrap_or(tag))?,
            cover: if rtl { bundle(tag, &outside, false, true)? } else { cover },
            files,
            pages: OnceLock::new(),
        })
    }

    /// Reads all its files, and says what is wrong with them.
    pub(super) fn open(&self) -> Result<(), LoadError> {
        let pages = self.parse()?;
        self.pages.get_or_init(|| Some(pages));
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn is_open(&self) -> bool {
        self.pages.get().is_some()
    }

    fn parse(&self) -> Result<Pages, LoadError> {
        let tag = self.lang.as_str();
        let resources: Vec<_> = self.files.iter().map(|file| parse(tag, file)).collect::<Result<_, _>>()?;
        Ok(Pages {
            html: bundle(tag, &resources, true, self.rtl)?,
            plain: bundle(tag, &resources, false, self.rtl)?,
        })
    }

    /// The words that a message of this id and shape is written with. What is embedded was checked by the tests: `None`
    /// only where that failed.
    fn words(&self, id: &str, html: bool) -> Option<&Bundle> {
        if !html && self.cover.has_message(id) {
            return Some(&self.cover);
        }
        let failed =
            |why: &LoadError| tracing::error!(locale = %self.lang, %why, "a language cannot be read");
        let pages = self.pages.get_or_init(|| self.parse().inspect_err(failed).ok()).as_ref()?;
        Some(if html { &pages.html } else { &pages.plain })
    }

    /// A message, or `None` when it is missing or anything went wrong while writing it.
    pub(super) fn render(
        &self,
        id: &str,
        attr: Option<&str>,
        shape: Shape,
        args: &[(&'static str, FluentValue<'static>)],
    ) -> Option<String> {
        let text = render(self.words(id, shape.is_html())?, id, attr, args)?;
        let tags = shape.is_html();
        Some(if self.rtl { anchor(&isolate_latin(&text, tags), tags) } else { text })
    }
}

fn render(
    bundle: &Bundle,
    id: &str,
    attr: Option<&str>,
    args: &[(&'static str, FluentValue<'static>)],
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attr {
        Some(attr) => message.get_attribute(attr)?.value(),
        None => message.value()?,
    };
    let args: FluentArgs<'_> = args.iter().cloned().collect();
    let (mut text, mut errors) = (String::new(), Vec::new());
    bundle.write_pattern(&mut text, pattern, Some(&args), &mut errors).ok()?;
    errors.is_empty().then_some(text)
}

fn parse(tag: &str, (name, ftl): &File) -> Result<Arc<FluentResource>, LoadError> {
    FluentResource::try_new(ftl.clone().into_owned()).map(Arc::new).map_err(|(_, errors)| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        LoadError::Syntax { tag: tag.to_owned(), file: name.clone().into_owned(), first }
    })
}

fn bundle(tag: &str, resources: &[Arc<FluentResource>], tags: bool, rtl: bool) -> Result<Bundle, LoadError> {
    let id = tag.parse().map_err(|_| LoadError::Tag(tag.to_owned()))?;
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(hook(tags, rtl)));
    for resource in resources {
        bundle
            .add_resource(Arc::clone(resource))
            .map_err(|errors| LoadError::Twice(tag.to_owned(), format!("{errors:?}")))?;
    }
    Ok(bundle)
}
