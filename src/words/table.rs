//! The declarative table behind typed access: one line per message, checked against `locales/en` by a test.

/// One message or attribute as the table declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The message's id in Fluent.
    pub id: &'static str,
    /// The attribute, when this is one (buttons are attributes of their message).
    pub attr: Option<&'static str>,
    /// Where it is shown.
    pub shape: Shape,
    /// Its variables in Fluent and what they hold.
    pub args: &'static [(&'static str, Kind)],
}

/// Where a text is shown, which decides its markup and its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A message: Telegram's HTML, at most 4096 UTF-16 units.
    Html,
    /// A message about consent or safety: in a locale nobody reviewed, the whole screen follows in its original.
    Solemn,
    /// A button: plain, at most 280 dp wide.
    Label,
    /// The short notice after a tap: plain, at most 200 UTF-16 units.
    Toast,
    /// A command's description: plain, at most 256 UTF-16 units.
    Command,
}

impl Shape {
    /// Whether the text is Telegram's HTML.
    pub fn is_html(self) -> bool {
        matches!(self, Self::Html | Self::Solemn)
    }

    /// Most UTF-16 units Telegram takes; a button's limit is its width.
    pub fn limit(self) -> usize {
        match self {
            Self::Html | Self::Solemn => 4096,
            Self::Toast => 200,
            Self::Command | Self::Label => 256,
        }
    }
}

/// What a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What a person or programme calls itself.
    Name,
    /// A number, at most "99+".
    Count,
    /// A moment.
    When,
    /// A day.
    Day,
    /// A day with its year.
    Dated,
    /// An hour.
    Hour,
    /// Ready-made words.
    Raw,
}

/// Declares a feature's messages: a typed function for each, and the feature's part of the registry.
///
/// ```text
/// messages! {
///     "join-any-welcome" => html welcome(name: Name, since: Day) {
///         "next" => welcome_next();            // a button, an attribute of the message
///     };
///     "join-any-stale" => toast stale();
/// }
/// ```
macro_rules! messages {
    ($(
        $id:literal => $shape:ident $name:ident( $($arg:ident: $kind:ident),* )
        $({ $( $attr:literal => $label:ident( $($larg:ident: $lkind:ident),* ); )* })?;
    )*) => {
        /// This feature's part of the registry.
        pub(super) const TABLE: &[$crate::words::table::Entry] = &[$(
            $crate::words::table::messages!(@entry $id, None, $shape, $($arg: $kind),*),
            $($( $crate::words::table::messages!(@entry $id, Some($attr), label, $($larg: $lkind),*), )*)?
        )*];
        $(
            $crate::words::table::messages!(@fn $name, $id, None, $shape, $($arg: $kind),*);
            $($( $crate::words::table::messages!(@fn $label, $id, Some($attr), label, $($larg: $lkind),*); )*)?
        )*
    };
    (@entry $id:literal, $attr:expr, $shape:ident, $($arg:ident: $kind:ident),*) => {
        $crate::words::table::Entry {
            id: $id,
            attr: $attr,
            shape: $crate::words::table::messages!(@shape $shape),
            args: &[$( (stringify!($arg), <$crate::words::$kind as $crate::words::args::Argument>::KIND) ),*],
        }
    };
    (@fn $name:ident, $id:literal, $attr:expr, $shape:ident, $($arg:ident: $kind:ident),*) => {
        pub(crate) fn $name(
            voice: &$crate::words::Voice<'_>, $($arg: $crate::words::$kind),*
        ) -> $crate::words::table::messages!(@text $shape) {
            const SHAPE: $crate::words::table::Shape = $crate::words::table::messages!(@shape $shape);
            let text = voice.say($id, $attr, SHAPE, &[$(
                (stringify!($arg), $crate::words::args::Argument::value($arg, voice, SHAPE)),
            )*]);
            $crate::words::table::messages!(@wrap $shape, text)
        }
    };
    (@shape html) => { $crate::words::table::Shape::Html };
    (@shape solemn) => { $crate::words::table::Shape::Solemn };
    (@shape label) => { $crate::words::table::Shape::Label };
    (@shape toast) => { $crate::words::table::Shape::Toast };
    (@shape command) => { $crate::words::table::Shape::Command };
    (@text html) => { $crate::words::Html };
    (@text solemn) => { $crate::words::Html };
    (@text $plain:ident) => { $crate::words::Plain };
    (@wrap html, $text:ident) => { $crate::words::text::Html::new($text) };
    (@wrap solemn, $text:ident) => { $crate::words::text::Html::solemn($text) };
    (@wrap $plain:ident, $text:ident) => { $crate::words::text::Plain($text) };
}

pub(super) use messages;
