//! Who may talk to a server of the demo's: programs, and pages that it gave out itself; no other page that happens to be
//! open in a browser on this computer.

use std::net::IpAddr;

use axum::http::{
    HeaderMap,
    header::{HOST, HeaderName, ORIGIN},
};

/// Whether a request with these headers may be answered by a server that listens to this computer `alone`, or to others
/// too. `changes` says whether it may change anything.
pub(crate) fn lets_in(headers: &HeaderMap, alone: bool, changes: bool) -> bool {
    let header = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = HeaderName::from_static("sec-fetch-site");
    admits(alone, header(&HOST), header(&ORIGIN), header(&site), changes)
}

/// Whether a request may be answered. Under a name that somebody else controls (DNS rebinding) it may not, and neither
/// may a change that another page asks for. An address is nobody's to rebind, so addresses are names enough when the
/// stage listens to more than this computer.
fn admits(alone: bool, host: Option<&str>, origin: Option<&str>, site: Option<&str>, changes: bool) -> bool {
    let Some(host) = host else { return false };
    let own = origin.is_none_or(|origin| origin.strip_prefix("http://") == Some(host));
    let near = site.is_none_or(|site| site == "same-origin" || site == "none");
    is_ours(host, alone) && (!changes || (own && near))
}

/// `localhost` or an address, with or without a port; if the stage listens to this computer alone, one of its own.
fn is_ours(host: &str, alone: bool) -> bool {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']').unwrap_or((rest, "")),
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let port = port.strip_prefix(':').unwrap_or(port);
    let address = name.parse::<IpAddr>();
    port.bytes().all(|byte| byte.is_ascii_digit())
        && (name == "localhost" || address.is_ok_and(|address| !alone || address.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_s_own_names_are_answered() {
        for host in ["127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "127.0.0.1"] {
            assert!(admits(true, Some(host), None, None, false), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "10.0.0.7:8080",
            "",
            "127.0.0.1:x",
        ] {
            assert!(!admits(true, Some(host), None, None, false), "{host}");
        }
        assert!(!admits(true, None, None, None, false));
        assert!(admits(false, Some("10.0.0.7:8080"), None, None, false), "when it listens to others too");
        assert!(!admits(false, Some("evil.example:8080"), None, None, false));
    }

    #[test]
    fn a_change_is_taken_from_the_stage_s_own_page_only() {
        let host = Some("127.0.0.1:8080");
        assert!(admits(true, host, Some("http://127.0.0.1:8080"), Some("same-origin"), true));
        assert!(admits(true, host, None, None, true), "not from a browser");
        for (origin, site) in [
            (Some("http://evil.example"), None),
            (Some("http://127.0.0.1:9999"), None),
            (Some("null"), None),
            (Some("https://127.0.0.1:8080"), None),
            (None, Some("cross-site")),
            (Some("http://127.0.0.1:8080"), Some("same-site")),
        ] {
            assert!(!admits(true, host, origin, site, true), "{origin:?} {site:?}");
            assert!(admits(true, host, origin, site, false), "looking changes nothing");
        }
    }
}
