//! Laws of the rules: what holds for every input, every zone and a whole year of local time.

#[cfg(test)]
mod ages;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod canned;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod checkins;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod invitations;
#[cfg(test)]
mod labels;
#[cfg(test)]
mod leaks;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod links;
#[cfg(test)]
mod names;
#[cfg(test)]
mod pace;
#[cfg(test)]
mod phones;
#[cfg(test)]
mod poses;
#[cfg(test)]
mod ranking;
mod ranks;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod silence;
#[cfg(test)]
mod silence_days;
#[cfg(test)]
mod stops;
#[cfg(test)]
mod wall;
#[cfg(test)]
mod which;
#[cfg(test)]
mod zones;
