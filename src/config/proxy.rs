//! The proxy that the environment names for Telegram: what is said of it. It is used by `telegram`'s client, which reads
//! the same settings in the same way.

use super::Wrong;
use crate::telegram::is_at_home;
use hyper_util::client::proxy::matcher::Matcher;
use std::fmt;
use url::Url;

/// A proxy, as it may be shown: where it is and who says so, but no name or password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    place: String,
    says: &'static str,
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.place, self.says)
    }
}

/// What stands between here and a Bot API server. A proxy that cannot be used is an error: to go out past it would be
/// wrong.
pub(super) fn towards(api: &str) -> Result<Option<Proxy>, Wrong> {
    let api = Url::parse(api).map_err(|_| Wrong::Interception)?;
    if is_at_home(&api) {
        return Ok(None);
    }
    between(&api, set)
}

fn between(api: &Url, set: impl Fn(&str) -> Option<String>) -> Result<Option<Proxy>, Wrong> {
    let first = |names: [&'static str; 2]| {
        let found = names.into_iter().find_map(|name| Some((name, set(name)?)));
        found.filter(|(_, value)| !value.is_empty())
    };
    let spared = first(["NO_PROXY", "no_proxy"]).map_or_else(String::new, |(_, names)| names);
    let passes = |proxy: &str| {
        let matcher = Matcher::builder().https(proxy).no(spared.as_str()).build();
        let through = matcher.intercept(&api.as_str().parse().ok()?)?;
        Some((through.uri().scheme_str()?.to_owned(), through.uri().authority()?.to_string()))
    };
    let named = first(["HTTPS_PROXY", "https_proxy"]).or_else(|| first(["ALL_PROXY", "all_proxy"]));
    let Some((says, value)) = named else { return Ok(None) };
    // Whatever it is, this server is reached without it.
    if passes("http://proxy").is_none() {
        return Ok(None);
    }
    let place = place(&value);
    match passes(&value) {
        Some((kind, to)) if to == place && is_server(place) => {
            Ok(Some(Proxy { place: format!("{kind}://{to}"), says }))
        }
        Some(_) | None => Err(Wrong::Proxy(says, shown(&value, place))),
    }
}

/// Server and port: what stands behind the last @ and before a path. A password with a slash of its own is taken for a
/// server by whoever reads from the beginning.
fn place(value: &str) -> &str {
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    let rest = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// A server, with or without a port.
fn is_server(place: &str) -> bool {
    Url::parse(&format!("http://{place}")).is_ok()
}

/// What may be told of a proxy that cannot be used.
fn shown(value: &str, place: &str) -> String {
    let kind = value.split_once("://").map_or("", |(kind, _)| kind);
    if is_server(place) && !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        format!(" ({kind}://{place})")
    } else {
        String::new()
    }
}

#[expect(clippy::disallowed_methods, reason = "only `config` reads the environment")]
fn set(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(set: &[(&str, &str)]) -> Result<Option<String>, String> {
        let api = Url::parse("https://api.telegram.org").unwrap();
        let value = |name: &str| set.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
        let found = between(&api, value);
        found.map(|proxy| proxy.map(|it| it.to_string())).map_err(|why| why.to_string())
    }

    #[test]
    fn a_proxy_is_named_without_whoever_it_knows() {
        for (set, named) in [
            (
                &[("HTTPS_PROXY", "http://ana:hunter2@proxy:3128")][..],
                Some("http://proxy:3128 (HTTPS_PROXY)"),
            ),
            (
                &[("https_proxy", "proxy:3128"), ("ALL_PROXY", "ftp://x")],
                Some("http://proxy:3128 (https_proxy)"),
            ),
            (&[("all_proxy", "socks5h://ana:p%2Fq@[::1]:1080/")], Some("socks5h://[::1]:1080 (all_proxy)")),
            (&[("HTTP_PROXY", "http://proxy:3128"), ("HTTPS_PROXY", "")], None),
            (&[("HTTPS_PROXY", "http://proxy:3128"), ("NO_PROXY", "10.0.0.0/8,telegram.org")], None),
            (&[("ALL_PROXY", "ftp://proxy"), ("no_proxy", "*")], None),
            (&[], None),
        ] {
            assert_eq!(through(set), Ok(named.map(str::to_owned)), "{set:?}");
        }
    }

    #[test]
    fn a_proxy_that_cannot_be_used_is_named_and_its_password_is_not() {
        for (value, says) in [
            (
                "ftp://ana:hunter2@proxy:21",
                "ALL_PROXY names a proxy that Lazo cannot use (ftp://proxy:21): it",
            ),
            ("http://ana:12/hunter2@proxy:3128", "cannot use (http://proxy:3128): it"),
            ("http://12/hunter2@proxy:3128", "cannot use (http://proxy:3128): it"),
            ("http://ana:hunter2", "ALL_PROXY names a proxy that Lazo cannot use"),
            ("socks5h://", "cannot use: it must be http://"),
            ("a b", "cannot use: it must be http://"),
        ] {
            let why = through(&[("ALL_PROXY", value)]).unwrap_err();
            assert!(why.contains(says), "{why}");
            assert!(!why.contains("ana") && !why.contains("hunter2"), "{why}");
        }
    }
}
