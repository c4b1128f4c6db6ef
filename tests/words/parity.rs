//! L3: every locale says what the source says: the same ids, attributes, variables and tags in every variant,
//! and exactly the plural forms its language has.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use lazo::words::{File, embedded};

use crate::shelf::{complains, none, planted};

/// What one way through a pattern uses.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Path {
    pub(crate) variables: BTreeSet<String>,
    pub(crate) tags: Vec<String>,
}

/// One pattern (a message's or an attribute's): every way through it, and the keys of its selections.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    pub(crate) paths: Vec<Path>,
    pub(crate) keys: Vec<BTreeSet<String>>,
}

/// `id` or `id.attribute` → shape, for one locale.
pub(crate) fn shapes(files: &[File], tag: &str) -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for file in files.iter().filter(|file| file.tag == tag) {
        let resource = parse(file.ftl.to_string()).expect("the file parses");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                shapes.insert(message.id.name.clone(), shape(value));
            }
            for attribute in &message.attributes {
                shapes.insert(format!("{}.{}", message.id.name, attribute.id.name), shape(&attribute.value));
            }
        }
    }
    shapes
}

fn shape(pattern: &Pattern<String>) -> Shape {
    let mut keys = Vec::new();
    let mut paths = walk(pattern, &mut keys);
    for path in &mut paths {
        path.tags.sort();
    }
    Shape { paths, keys }
}

/// Every way through a pattern, one for each variant of each selection.
fn walk(pattern: &Pattern<String>, keys: &mut Vec<BTreeSet<String>>) -> Vec<Path> {
    let mut paths = vec![Path::default()];
    for element in &pattern.elements {
        let ways = match element {
            PatternElement::TextElement { value } => {
                vec![Path { tags: tags(value), ..Path::default() }]
            }
            PatternElement::Placeable { expression } => expression_ways(expression, keys),
        };
        paths = paths.iter().flat_map(|path| ways.iter().map(|way| join(path, way))).collect();
    }
    paths
}

fn expression_ways(expression: &Expression<String>, keys: &mut Vec<BTreeSet<String>>) -> Vec<Path> {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => expression_ways(expression, keys),
        Expression::Inline(inline) => vec![Path { variables: variable(inline), ..Path::default() }],
        Expression::Select { selector, variants } => {
            keys.push(variants.iter().map(key).collect());
            let mut ways = Vec::new();
            for variant in variants {
                let variables = if says_the_number(variant) { variable(selector) } else { BTreeSet::new() };
                let chosen = Path { variables, ..Path::default() };
                ways.extend(walk(&variant.value, keys).iter().map(|path| join(&chosen, path)));
            }
            ways
        }
    }
}

/// Whether a variant can do without the number it was chosen by: "one letter", "حرفان".
fn says_the_number(variant: &Variant<String>) -> bool {
    matches!(key(variant).as_str(), "zero" | "one" | "two") || key(variant).parse::<i64>().is_ok()
}

fn variable(inline: &InlineExpression<String>) -> BTreeSet<String> {
    if let InlineExpression::VariableReference { id } = inline {
        BTreeSet::from([id.name.clone()])
    } else {
        BTreeSet::new()
    }
}

fn key(variant: &Variant<String>) -> String {
    match &variant.key {
        VariantKey::Identifier { name } => name.clone(),
        VariantKey::NumberLiteral { value } => value.clone(),
    }
}

fn join(one: &Path, two: &Path) -> Path {
    Path {
        variables: one.variables.union(&two.variables).cloned().collect(),
        tags: one.tags.iter().chain(&two.tags).cloned().collect(),
    }
}

fn tags(text: &str) -> Vec<String> {
    text.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default().to_owned()).collect()
}

/// The categories counts from 0 to 100 can have (more is never shown).
fn categories(tag: &str) -> BTreeSet<String> {
    let rules = PluralRules::try_new(
        tag.parse::<icu_locale_core::Locale>().unwrap().into(),
        PluralRulesOptions::default(),
    );
    let rules = rules.unwrap();
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    (0..=100_u32).map(|n| name(rules.category_for(n)).to_owned()).chain(["other".to_owned()]).collect()
}

fn parity(files: &[File]) -> Vec<String> {
    let source = shapes(files, "en");
    let tags: BTreeSet<_> = files.iter().map(|file| file.tag.as_str()).collect();
    let mut complaints = Vec::new();
    for tag in tags {
        let here = shapes(files, tag);
        complaints.extend(
            here.keys().filter(|id| !source.contains_key(*id)).map(|id| format!("{tag} {id}: unknown")),
        );
        for (id, source) in &source {
            match here.get(id) {
                None => complaints.push(format!("{tag} {id}: missing")),
                Some(here) => complaints.extend(differences(tag, id, source, here)),
            }
        }
    }
    complaints
}

fn differences(tag: &str, id: &str, source: &Shape, here: &Shape) -> Vec<String> {
    let wanted = source.paths.first().cloned().unwrap_or_default();
    let mut complaints = Vec::new();
    for path in here.paths.iter().filter(|path| **path != wanted) {
        complaints.push(format!("{tag} {id}: {path:?} instead of {wanted:?}"));
    }
    for keys in &here.keys {
        let words: BTreeSet<_> = keys.iter().filter(|key| key.parse::<i64>().is_err()).cloned().collect();
        if words != categories(tag) {
            complaints.push(format!("{tag} {id}: plural forms {words:?} instead of {:?}", categories(tag)));
        }
    }
    complaints
}

#[test]
fn every_locale_says_what_the_source_says() {
    none(&parity(&embedded()));
}

#[test]
fn a_missing_message_attribute_variable_tag_or_plural_form_is_noticed() {
    for (tag, from, to, about) in [
        ("es", "join-any-resumed =", "join-any-resume =", "es join-any-resumed: missing"),
        ("es", "join-any-resumed =", "join-any-resume =", "es join-any-resume: unknown"),
        ("ar", "    .again =", "    .repeat =", "ar join-any-refused.again: missing"),
        ("es", "<b>{ $programme }</b>", "{ $programme }", "es join-any-consent: Path"),
        ("es", "como máximo { $max } letras.", "pocas letras.", "es join-any-alias-long: Path"),
        ("ar", "        [few]", "        [fwe]", "ar join-any-alias-long: plural forms"),
    ] {
        complains(&parity(&planted(tag, "join.ftl", from, to)), about);
    }
}
