//! A database's address, looked at before anybody else reads it: what it holds may be a password.

use super::Wrong;
use std::net::IpAddr;
use url::Url;

/// What may follow a server's address, in the names that the store's library has for it.
const KNOWN: [&str; 19] = [
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
    "options[",
];

const SSL: [&str; 6] = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

/// Whether this is an address that can be used, as far as it can be told without using it.
pub(super) fn check(address: &str) -> Result<(), Wrong> {
    if address.starts_with("sqlite:///") {
        return if address.contains('?') { Err(Wrong::DatabaseFile) } else { Ok(()) };
    }
    if !address.starts_with("postgres://") && !address.starts_with("postgresql://") {
        return Err(Wrong::Database);
    }
    let url = Url::parse(address).map_err(|_| Wrong::DatabaseServer)?;
    let query = url.query().unwrap_or_default();
    // An @ behind the server: what stands before it is a part of a password.
    if url.fragment().is_some() || url.path().contains('@') || query.contains('@') {
        return Err(Wrong::DatabaseServer);
    }
    for (name, value) in url.query_pairs() {
        if !is_known(&name) {
            return Err(Wrong::DatabaseParameter(shown(&name, query)));
        }
        if !fits(&name, &value) {
            return Err(Wrong::DatabaseServer);
        }
    }
    Ok(())
}

fn is_known(name: &str) -> bool {
    let name = if name.starts_with("options[") { "options[" } else { name };
    KNOWN.contains(&name)
}

/// Whether the store's library can read a value: what it cannot read it would repeat.
fn fits(name: &str, value: &str) -> bool {
    match name {
        "sslmode" | "ssl-mode" => SSL.contains(&value.to_ascii_lowercase().as_str()),
        "port" => value.parse::<u16>().is_ok(),
        "hostaddr" => value.parse::<IpAddr>().is_ok(),
        "statement-cache-capacity" => value.parse::<usize>().is_ok(),
        _ => true,
    }
}

/// A name, unless it may be something that was meant for a value.
fn shown(name: &str, query: &str) -> String {
    let is_name = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if is_name && query.contains(&format!("{name}=")) { format!(" ({name})") } else { String::new() }
}
