//! Who plays: people with phones, and how one of them is told what to do.

use super::world::{Trouble, World};
use crate::demo::{Person, Phone, Seen};

/// The mentee's phone.
pub const AMINA: usize = 0;
/// The mentor's phone.
pub const TOMAS: usize = 1;
/// The phone of the lead, who is the pair's coordinator too.
pub const VERA: usize = 2;
/// A phone for whoever is watching; its owner has not joined. So it is with every phone that is added after it.
pub const FREE: usize = 3;

/// Phones in a world that opens.
pub(super) const AT_FIRST: usize = 4;

/// Somebody on the stage.
#[derive(Debug)]
pub(super) struct Role {
    /// Whose phone it is, as the page calls it.
    pub(super) name: &'static str,
    /// What she is in the programme.
    pub(super) part: &'static str,
    /// The language of her app at first.
    pub(super) language: &'static str,
    account: (i64, &'static str, &'static str, &'static str),
}

/// All of them, in the order of their phones. Surnames and usernames are there to be kept from partners.
pub(super) const CAST: [Role; 8] = [
    Role {
        name: "Amina",
        part: "mentee",
        language: "ar",
        account: (4_101, "Amina", "Haddad", "amina_haddad"),
    },
    Role {
        name: "Tomás",
        part: "mentor",
        language: "es",
        account: (4_102, "Tomás", "Ortega", "tomas_ortega"),
    },
    Role {
        name: "Vera",
        part: "coordinator",
        language: "en",
        account: (4_103, "Vera", "Weber", "vera_weber"),
    },
    Role {
        name: "Free phone",
        part: "yours",
        language: "en",
        account: (4_104, "Robin", "Nilsson", "robin_n"),
    },
    another("Phone 5", (4_105, "Noor", "Salem", "noor_salem")),
    another("Phone 6", (4_106, "Lena", "Novak", "lena_novak")),
    another("Phone 7", (4_107, "Kofi", "Mensah", "kofi_mensah")),
    another("Phone 8", (4_108, "Júlia", "Costa", "julia_costa")),
];

/// One more phone for whoever is watching.
const fn another(name: &'static str, account: (i64, &'static str, &'static str, &'static str)) -> Role {
    Role { name, part: "yours", language: "en", account }
}

impl Role {
    /// Her account at Telegram.
    pub(super) fn person(&self) -> Person {
        let (id, first, last, username) = self.account;
        Person::named(id, first).known_as(last, username).with_app_in(self.language)
    }

    /// Her first name at Telegram.
    pub(super) fn first_name(&self) -> &'static str {
        self.account.1
    }
}

/// Somebody who is told what to do, and who waits after each thing until the bot has nothing left to do.
pub(super) struct Actor<'w> {
    pub(super) world: &'w World,
    pub(super) phone: Phone,
}

impl Actor<'_> {
    pub(super) async fn says(&self, text: &str) -> Result<i64, Trouble> {
        let id = self.phone.says(text);
        self.world.rests().await?;
        Ok(id)
    }

    /// Presses the newest button with this label, or the key.
    pub(super) async fn presses(&self, label: &str) -> Result<(), Trouble> {
        self.phone.presses(label)?;
        self.world.rests().await
    }

    /// Presses the newest button with this label below a message with these words.
    pub(super) async fn presses_below(&self, words: &str, label: &str) -> Result<(), Trouble> {
        let has = |seen: &Seen| seen.buttons.iter().flatten().any(|button| button.text.contains(label));
        let screen = self.phone.screen();
        let found = screen.iter().rev().find(|seen| seen.from_bot && seen.text.contains(words) && has(seen));
        let found = found.ok_or(Trouble::Lost("a button below a message"))?;
        self.phone.presses_on(found.id, label)?;
        self.world.rests().await
    }

    /// Presses these, one after the other.
    pub(super) async fn presses_all(&self, labels: &[&str]) -> Result<(), Trouble> {
        for label in labels {
            self.presses(label).await?;
        }
        Ok(())
    }

    /// Presses the nth button of the newest question that has some; the last one if there are fewer.
    pub(super) async fn taps(&self, nth: usize) -> Result<(), Trouble> {
        let screen = self.phone.screen();
        let question = screen.iter().rev().find(|seen| !seen.buttons.is_empty());
        let tapped = question.and_then(|seen| {
            let buttons = seen.buttons.concat();
            let button = buttons.get(nth).or(buttons.last())?;
            Some((seen.id, button.data.clone()?))
        });
        let (message, data) = tapped.ok_or(Trouble::Lost("a question with buttons"))?;
        self.phone.sends_callback(message, &data);
        self.world.rests().await
    }

    /// Opens a link and presses Start.
    pub(super) async fn opens(&self, link: &str) -> Result<(), Trouble> {
        self.phone.opens(link).ok_or(Trouble::Lost("a link that leads to the bot"))?;
        self.world.rests().await
    }

    /// The newest message of the bot with these words.
    pub(super) fn sees(&self, words: &'static str) -> Result<Seen, Trouble> {
        let screen = self.phone.screen();
        let found = screen.into_iter().rev().find(|seen| seen.from_bot && seen.text.contains(words));
        found.ok_or(Trouble::Lost(words))
    }

    /// The newest copy of what a partner wrote.
    pub(super) fn newest_copy(&self) -> Result<Seen, Trouble> {
        let found = self.phone.screen().into_iter().rev().find(|seen| seen.copied);
        found.ok_or(Trouble::Lost("a message from the other side"))
    }
}
