//! A database's address, and how to show it or hand it on without the password it may hold.

use percent_encoding::percent_decode_str;
use url::Url;

/// A PostgreSQL address in two parts: what anybody may see, and the password.
#[derive(Debug, PartialEq)]
pub(super) struct Parted {
    /// The address without its password.
    pub(super) open: String,
    /// The password, if the address held one.
    pub(super) password: Option<String>,
}

/// Takes the password out of a server's address, from before the host or from `?password=`. `None` if it is no address.
pub(super) fn part(address: &str) -> Option<Parted> {
    let mut url = Url::parse(address).ok()?;
    let mut password = url.password().map(|it| percent_decode_str(it).decode_utf8_lossy().into_owned());
    if password.is_some() {
        url.set_password(None).ok()?;
    }
    if url.query().is_some() {
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        url.query_pairs_mut().clear();
        for (name, value) in pairs {
            match name.as_str() {
                "password" => password = Some(value),
                _ => drop(url.query_pairs_mut().append_pair(&name, &value)),
            }
        }
    }
    let open = url.to_string();
    Some(Parted { open: open.strip_suffix('?').unwrap_or(&open).to_owned(), password })
}

/// An address as it may be shown: a file's as it is, a server's without its password.
pub(super) fn shown(address: &str) -> String {
    if address.starts_with("sqlite://") {
        return address.to_owned();
    }
    part(address).map_or_else(|| "an address that cannot be read".to_owned(), |parted| parted.open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_taken_out_of_an_address_wherever_it_stands() {
        for (address, open, password) in [
            ("postgres://ana:p%40ss+1@db.example/lazo", "postgres://ana@db.example/lazo", Some("p@ss+1")),
            (
                "postgres://ana@db/lazo?password=p%26q&sslmode=require",
                "postgres://ana@db/lazo?sslmode=require",
                Some("p&q"),
            ),
            ("postgres://db/lazo?password=secret", "postgres://db/lazo", Some("secret")),
            (
                "postgresql://ana@localhost/lazo?host=%2Frun%2Fpg",
                "postgresql://ana@localhost/lazo?host=%2Frun%2Fpg",
                None,
            ),
        ] {
            let parted = Parted { open: open.to_owned(), password: password.map(str::to_owned) };
            assert_eq!(part(address), Some(parted), "{address}");
            assert_eq!(shown(address), open);
        }
    }

    #[test]
    fn an_address_that_cannot_be_read_is_not_shown() {
        assert_eq!(shown("postgres://ana:secret@:x:/"), "an address that cannot be read");
    }
}
