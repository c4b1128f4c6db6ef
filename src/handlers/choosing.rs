//! Questions with several answers; of languages there are more than a list can have.

use super::press::Press;
use super::{House, join};
use crate::domain::alias;
use crate::domain::choice::{self, Choice};
use crate::domain::join::{JoinAnswer, JoinLetter, LANGUAGES};
use crate::domain::lang::Lang;
use crate::domain::letter::Post;
use crate::domain::person::Person;
use crate::domain::steps::{self, Many};
use crate::store::{Result, Tx};
use crate::words::Words;

/// Most letters of a language's name.
const LONGEST: usize = 40;

/// A page of what can be chosen.
pub(super) async fn choose(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (what, page): (Many, usize),
) -> Result<JoinLetter> {
    let from = from(tx, house, person, what).await?;
    Ok(JoinLetter::Choose { what, role: person.role, from, done: false, page })
}

/// She taps something that can be chosen, another page, or that hers is not in the list.
pub(super) async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: &JoinAnswer) -> Result<()> {
    let mut person = press.person.clone();
    let letter = if let JoinAnswer::Pick { what, tag, on } = answer {
        person.profile.picking = choice::with(&person.profile.picking, tag, *on);
        tx.save(&person).await?;
        let from = from(tx, house, &person, *what).await?;
        let page = from.iter().position(|it| it.tag == *tag).unwrap_or_default() / LANGUAGES;
        JoinLetter::Choose { what: *what, role: person.role, from, done: false, page }
    } else if let JoinAnswer::More(page) = answer {
        choose(tx, house, &person, (Many::Spoken, *page)).await?
    } else {
        return tx.post(Post::answer(&person, JoinLetter::WhichLanguage), press.now).await.map(drop);
    };
    join::rewrite(tx, press, letter).await
}

/// What she has chosen.
pub(super) async fn chosen(tx: &mut Tx, house: &House, person: &Person, what: Many) -> Result<JoinLetter> {
    let from = from(tx, house, person, what).await?.into_iter().filter(|it| it.on).collect();
    Ok(JoinLetter::Choose { what, role: person.role, from, done: true, page: 0 })
}

async fn from(tx: &mut Tx, house: &House, person: &Person, what: Many) -> Result<Vec<Choice>> {
    let chosen = &person.profile.picking;
    if what != Many::Spoken {
        return Ok(choice::among(steps::options(what), chosen));
    }
    let programme = tx.programme(person.programme).await?.languages;
    Ok(choice::among(order(&house.words, &programme, chosen).iter().map(String::as_str), chosen))
}

/// The programme's languages first, then what she has written herself, then all others by their names.
fn order(words: &Words, programme: &[Lang], chosen: &[String]) -> Vec<String> {
    let spoken = words.spoken();
    let known = |tag: &str| spoken.iter().any(|(lang, _)| lang.as_str() == tag);
    let first = spoken.iter().filter(|(lang, _)| programme.contains(lang));
    let mut others: Vec<_> = spoken.iter().filter(|(lang, _)| !programme.contains(lang)).collect();
    others.sort_by(|(_, a), (_, b)| a.cmp(b));
    let tag = |(lang, _): &(Lang, _)| lang.to_string();
    let written = chosen.iter().filter(|tag| !known(tag)).cloned();
    first.map(tag).chain(written).chain(others.into_iter().map(tag)).collect()
}

/// What a typed name of a language is kept as: the tag of one in the list that is called so, else the name itself, written
/// in one way, so that two people who speak it match. `None` for what is no name.
pub(super) fn language(words: &Words, typed: &str) -> Option<String> {
    let name = alias::line(typed, LONGEST).ok()?;
    let other =
        |c: char| c.is_numeric() || (c.is_ascii_punctuation() && !matches!(c, '-' | '\'' | '(' | ')'));
    if name.chars().any(other) || name.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return None;
    }
    let lower = name.to_lowercase();
    let listed = words.spoken().iter().find(|(_, it)| it.as_str().to_lowercase() == lower);
    let mut letters = lower.chars();
    let written = letters.next().map(|first| first.to_uppercase().chain(letters).collect());
    listed.map_or(written, |(lang, _)| Some(lang.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_typed_is_one_whatever_its_letters_look_like() {
        let words = Words::load().unwrap();
        for (typed, kept) in [
            ("  wolof ", Some("wo")),
            ("HASSANIYA", Some("Hassaniya")),
            ("hassaniya", Some("Hassaniya")),
            ("Kanuri (Bornu)", Some("Kanuri (bornu)")),
            ("español", Some("es")),
            ("600 123 456", None),
            ("@lina", None),
            ("-", None),
        ] {
            assert_eq!(language(&words, typed).as_deref(), kept, "{typed}");
        }
        assert_eq!(language(&words, &"a".repeat(41)), None);
    }

    #[test]
    fn the_programmes_languages_come_first_and_the_others_by_their_names() {
        let words = Words::load().unwrap();
        let all =
            order(&words, &[Lang::new("es"), Lang::new("ar")], &["Hassaniya".to_owned(), "es".to_owned()]);
        assert_eq!(all.get(..3).unwrap(), ["ar", "es", "Hassaniya"]);
        let named =
            |tag: &String| words.spoken().iter().find(|(lang, _)| lang.as_str() == tag).unwrap().1.clone();
        assert!(all.get(3..).unwrap().iter().map(named).is_sorted());
    }
}
