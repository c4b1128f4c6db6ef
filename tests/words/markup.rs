//! A strict reader of Telegram's HTML: the tags and entities Lazo uses and nothing else.

/// A text as Telegram would take it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// What people read.
    pub(crate) text: String,
    /// Opening and closing tags in their order, without attributes.
    pub(crate) tags: Vec<String>,
}

const TAGS: [&str; 9] = ["b", "i", "u", "s", "a", "code", "pre", "tg-spoiler", "blockquote"];

/// Reads a message, or says why Telegram would refuse or misread it.
pub(crate) fn parse(html: &str) -> Result<Parsed, String> {
    let mut parsed = Parsed { text: String::new(), tags: Vec::new() };
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '&', '"']) {
        parsed.text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with('<') { '>' } else { ';' };
        let (inside, after) = match rest.find(end) {
            Some(stop) if !rest.starts_with(['>', '"']) => (&rest[1..stop], &rest[stop + 1..]),
            _ => {
                return Err(format!(
                    "a bare character before {:?}",
                    rest.chars().take(12).collect::<String>()
                ));
            }
        };
        if end == ';' {
            parsed.text.push(entity(inside)?);
        } else {
            tag(inside, &mut open)?;
            let name = inside.split(' ').next().unwrap_or_default();
            parsed.tags.push(name.to_owned());
        }
        rest = after;
    }
    parsed.text.push_str(rest);
    match open.pop() {
        Some(tag) => Err(format!("<{tag}> is never closed")),
        None => Ok(parsed),
    }
}

fn entity(name: &str) -> Result<char, String> {
    match name {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "quot" => Ok('"'),
        _ => Err(format!("&{name}; is no entity")),
    }
}

fn tag(inside: &str, open: &mut Vec<String>) -> Result<(), String> {
    if let Some(name) = inside.strip_prefix('/') {
        return match open.pop() {
            Some(last) if last == name => Ok(()),
            last => Err(format!("</{name}> closes {last:?}")),
        };
    }
    let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
    let known = TAGS.contains(&name);
    let link = attributes.strip_prefix("href=\"").and_then(|rest| rest.strip_suffix('"'));
    let allowed = match (name, link) {
        ("a", Some(link)) => link.starts_with("https://") && !link.contains(['"', '<', '>']),
        ("a", None) => false,
        _ => attributes.is_empty(),
    };
    if known && allowed {
        open.push(name.to_owned());
        Ok(())
    } else {
        Err(format!("<{inside}> is no tag of ours"))
    }
}

#[test]
fn telegrams_own_markup_is_read() {
    let parsed = parse("<b>Ana &amp; <i>Bo</i></b> &lt;3 <a href=\"https://lazo.example\">more</a>").unwrap();
    assert_eq!(parsed.text, "Ana & Bo <3 more");
    assert_eq!(parsed.tags, ["b", "i", "/i", "/b", "a", "/a"]);
}

#[test]
fn what_telegram_would_refuse_or_misread_is_refused() {
    for wrong in [
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "<script>x</script>",
        "<b class=\"x\">y</b>",
        "<a href=\"tg://user?id=1\">x</a>",
        "a & b",
        "&nbsp;",
        "1 < 2",
        "2 > 1",
        "say \"x\"",
    ] {
        assert!(parse(wrong).is_err(), "{wrong}");
    }
}
