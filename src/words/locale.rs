//! One locale: its two bundles over one parsed resource, its formats and its direction.

use std::sync::Arc;

use fluent_bundle::bundle::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::LoadError;
use super::dates::Formats;
use super::direction::{anchor, runs_right_to_left};
use super::hook::hook;
use super::status::{Review, Status};
use super::table::Shape;
use crate::domain::lang::Lang;

type Bundle = FluentBundle<Arc<FluentResource>, IntlLangMemoizer>;

/// The message that holds a language's own name, in its own script.
const AUTONYM: &str = "locale-name";

/// A language's words and the way it writes dates, numbers and lists.
pub(super) struct Locale {
    pub(super) lang: Lang,
    pub(super) review: Review,
    pub(super) autonym: String,
    /// Whether it runs from right to left: whether its own name does.
    pub(super) rtl: bool,
    pub(super) formats: Formats,
    html: Bundle,
    plain: Bundle,
}

impl Locale {
    /// Parses a locale's files: (file name, FTL).
    pub(super) fn read(tag: &str, status: &Status, files: &[(&str, &str)]) -> Result<Self, LoadError> {
        let resources: Vec<_> = files.iter().map(|file| parse(tag, file)).collect::<Result<_, _>>()?;
        let plain_ltr = bundle(tag, &resources, false, false)?;
        let autonym =
            render(&plain_ltr, AUTONYM, None, &[]).ok_or_else(|| LoadError::Autonym(tag.to_owned()))?;
        let rtl = runs_right_to_left(&autonym);
        Ok(Self {
            lang: Lang::new(tag),
            review: status.review,
            autonym,
            rtl,
            formats: Formats::of(status.formats.as_deref().unwrap_or(tag))?,
            html: bundle(tag, &resources, true, rtl)?,
            plain: if rtl { bundle(tag, &resources, false, true)? } else { plain_ltr },
        })
    }

    /// A message, or `None` when it is missing or anything went wrong while writing it.
    pub(super) fn render(
        &self,
        id: &str,
        attr: Option<&str>,
        shape: Shape,
        args: &[(&'static str, FluentValue<'static>)],
    ) -> Option<String> {
        let bundle = if shape.is_html() { &self.html } else { &self.plain };
        let text = render(bundle, id, attr, args)?;
        Some(if self.rtl { anchor(&text, shape.is_html()) } else { text })
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

fn parse(tag: &str, (name, ftl): &(&str, &str)) -> Result<Arc<FluentResource>, LoadError> {
    FluentResource::try_new((*ftl).to_owned()).map(Arc::new).map_err(|(_, errors)| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        LoadError::Syntax { tag: tag.to_owned(), file: (*name).to_owned(), first }
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
