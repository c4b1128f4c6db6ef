//! Which hosts have pages of people, and where on them: the tables `places.txt` and `shorteners.txt`, as rules.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What of a host leads to a person.
#[derive(Debug, PartialEq, Eq)]
enum Rule {
    Any(Vec<&'static str>),
    Name(Vec<&'static str>),
    Only(Vec<&'static str>),
    At,
    Under(Vec<&'static str>),
    Before,
    Pass,
}

/// Where a link leads: a host without `www`, and the parts of its path.
pub(super) struct Where<'a> {
    pub(super) host: &'a str,
    pub(super) parts: &'a [String],
    /// There is a question or a mark behind the path.
    pub(super) more: bool,
}

static PLACES: LazyLock<HashMap<&str, Vec<Rule>>> = LazyLock::new(|| {
    let mut places: HashMap<&str, Vec<Rule>> = HashMap::new();
    for (host, rule) in lines(include_str!("places.txt")).filter_map(read) {
        places.entry(host).or_default().push(rule);
    }
    for host in lines(include_str!("shorteners.txt")).flat_map(str::split_whitespace) {
        places.entry(host).or_insert_with(|| vec![Rule::Any(Vec::new())]);
    }
    places
});

/// Pages that most sites have, and that are no one's name.
#[rustfmt::skip]
const PAGES: [&str; 32] = [
    "about", "help", "login", "signin", "signup", "register", "terms", "tos", "privacy", "settings", "search", "explore",
    "jobs", "careers", "contact", "support", "blog", "news", "download", "downloads", "apps", "home", "index.html",
    "legal", "policies", "press", "account", "pricing", "faq", "directory", "intent", "robots.txt",
];

/// What leads to a person on hosts of which nothing else is known.
const COMMON: [&str; 7] = ["u", "user", "users", "profile", "profiles", "member", "members"];

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line of the table; `None` if it is none.
fn read(line: &'static str) -> Option<(&'static str, Rule)> {
    let mut words = line.split_whitespace();
    let (host, rule) = (words.next()?, words.next()?);
    let rest: Vec<&str> = words.collect();
    let except = || rest.iter().map(|it| it.strip_prefix('-')).collect::<Option<Vec<_>>>();
    let rule = match rule {
        "any" => Rule::Any(except()?),
        "name" => Rule::Name(except()?),
        "only" => Rule::Only(except()?),
        "under" if !rest.is_empty() => Rule::Under(rest),
        "at" if rest.is_empty() => Rule::At,
        "before" if rest.is_empty() => Rule::Before,
        "pass" if rest.is_empty() => Rule::Pass,
        _ => return None,
    };
    Some((host, rule))
}

impl Where<'_> {
    /// Whether it leads to a person, or nobody can tell where it leads.
    pub(super) fn is_a_person(&self) -> bool {
        // The host itself first, then without its first name, and so on.
        let shorter = self.host.match_indices('.').filter_map(|(dot, _)| self.host.get(dot + 1..));
        let known = std::iter::once(self.host)
            .chain(shorter)
            .find_map(|host| PLACES.get(host).map(|rules| (self.host.len() > host.len(), rules)));
        match known {
            Some((named, rules)) => rules.iter().any(|rule| self.fits(rule, named)),
            None => self.is_common(),
        }
    }

    fn fits(&self, rule: &Rule, named: bool) -> bool {
        let first = self.parts.first().map_or("", String::as_str);
        match rule {
            Rule::Any(except) => (!self.parts.is_empty() || self.more) && !self.begins_with(except),
            Rule::Name(except) => is_name(first) && !self.begins_with(except),
            Rule::Only(except) => is_name(first) && self.parts.len() == 1 && !self.begins_with(except),
            Rule::At => is_at(first),
            Rule::Under(pages) => self.parts.len() > 1 && pages.contains(&first),
            Rule::Before => named && !self.host.starts_with("www."),
            Rule::Pass => false,
        }
    }

    fn begins_with(&self, paths: &[&str]) -> bool {
        paths.iter().any(|path| {
            let parts: Vec<&str> = path.split('/').collect();
            self.parts.len() >= parts.len() && self.parts.iter().zip(&parts).all(|(a, b)| a == b)
        })
    }

    /// `/@name`, `/users/name`, and a room of a host that is called "meet".
    fn is_common(&self) -> bool {
        match self.parts {
            [one] => is_at(one) || self.host.starts_with("meet.") && is_name(one),
            [page, name] => COMMON.contains(&page.as_str()) && is_name(name),
            _ => false,
        }
    }
}

fn is_name(part: &str) -> bool {
    part.chars().count() > 1 && !PAGES.contains(&part)
}

fn is_at(part: &str) -> bool {
    part.strip_prefix('@').is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_rule_for_a_host() {
        for line in lines(include_str!("places.txt")) {
            let (host, _) = read(line).unwrap_or_else(|| panic!("{line}"));
            assert!(host.contains('.') && host == host.to_lowercase(), "{line}");
        }
        assert!(PLACES.len() > 400, "{}", PLACES.len());
    }

    #[test]
    fn each_rule_says_where_people_are() {
        let rules = [
            ("any -a/b", "c", true),
            ("any -a/b", "a", true),
            ("any -a/b", "a/b/c", false),
            ("any", "", false),
            ("name -a", "ben/c", true),
            ("name -a", "a/c", false),
            ("name", "about", false),
            ("name", "b", false),
            ("only", "ben", true),
            ("only", "ben/c", false),
            ("at", "@ben", true),
            ("at", "ben", false),
            ("at", "@4", false),
            ("under in u", "in/ben", true),
            ("under in u", "in", false),
            ("under in u", "x/ben", false),
            ("pass", "ben", false),
        ];
        for (rule, path, is) in rules {
            let line: &'static str = format!("x.org {rule}").leak();
            let (host, rule) = read(line).unwrap();
            let parts: Vec<String> = path.split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect();
            let to = Where { host, parts: &parts, more: false };
            assert_eq!(to.fits(&rule, false), is, "{line}: {path}");
        }
    }

    #[test]
    fn of_two_hosts_that_fit_the_longer_one_counts() {
        let parts = ["x".to_owned()];
        let person = |host| Where { host, parts: &parts, more: false }.is_a_person();
        assert!(person("whatsapp.com") && person("web.whatsapp.com") && person("goo.gl"));
        assert!(!person("faq.whatsapp.com") && !person("maps.app.goo.gl") && !person("notwhatsapp.com"));
    }
}
