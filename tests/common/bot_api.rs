//! The Bot API as data, and what is wrong with values and requests by its light.

use flate2::read::GzDecoder;
use lazo::demo::Recorded;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Read;
use std::sync::LazyLock;

/// The names and types that are published, without a word of their description.
pub const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/bot-api.json.gz");

static API: LazyLock<Value> = LazyLock::new(|| {
    let mut text = String::new();
    GzDecoder::new(File::open(FILE).unwrap()).read_to_string(&mut text).unwrap();
    serde_json::from_str(&text).unwrap()
});

/// The published API.
pub fn api() -> &'static Value {
    &API
}

/// What is wrong with `value` as a `kind`, one line each, with the path to it.
pub fn faults(api: &Value, kind: &str, value: &Value, path: &str) -> Vec<String> {
    if let Some(inner) = kind.strip_prefix("Array of ") {
        let Some(items) = value.as_array() else { return vec![format!("{path}: not an array")] };
        return items.iter().flat_map(|item| faults(api, inner, item, &format!("{path}[]"))).collect();
    }
    let fits = match kind {
        "Integer" => value.is_i64() || value.is_u64(),
        "Float" => value.is_number(),
        "String" => value.is_string(),
        "Boolean" | "True" => value.is_boolean(),
        _ => return object_faults(api, kind, value, path),
    };
    if fits { Vec::new() } else { vec![format!("{path}: {value} is no {kind}")] }
}

/// The same, where any of several types will do.
pub fn faults_as_one_of(api: &Value, kinds: &Value, value: &Value, path: &str) -> Vec<String> {
    let tries = kinds.as_array().unwrap().iter().map(|kind| faults(api, kind.as_str().unwrap(), value, path));
    tries.min_by_key(Vec::len).unwrap()
}

fn object_faults(api: &Value, kind: &str, value: &Value, path: &str) -> Vec<String> {
    let known = &api["types"][kind];
    assert!(!known.is_null(), "unknown type {kind} at {path}");
    if let Some(variants) = known["s"].as_array().filter(|variants| !variants.is_empty()) {
        return faults_as_one_of(api, &json!(variants), value, path);
    }
    let Some(given) = value.as_object() else { return vec![format!("{path}: not an object")] };
    let fields = known["f"].as_array().unwrap();
    let mut found = Vec::new();
    for name in given.keys() {
        if !fields.iter().any(|field| field[0] == json!(name)) {
            found.push(format!("{path}.{name}: unknown in {kind}"));
        }
    }
    for field in fields {
        let name = field[0].as_str().unwrap();
        match given.get(name) {
            None if field[2] == 1 => found.push(format!("{path}.{name}: missing in {kind}")),
            None => {}
            Some(value) => found.extend(faults_as_one_of(api, &field[1], value, &format!("{path}.{name}"))),
        }
    }
    if let [discriminator, wanted] = known["c"].as_array().map_or(&[][..], Vec::as_slice)
        && given.get(discriminator.as_str().unwrap()) != Some(wanted)
    {
        found.push(format!("{path}: not a {kind}"));
    }
    found
}

/// What is wrong with a request: its method, a field nobody knows, a type, something required that is not there.
pub fn request_faults(api: &Value, request: &Recorded) -> Vec<String> {
    let method = request.method.as_str();
    let Some(fields) = api["methods"][method]["f"].as_array() else {
        return vec![format!("{method}: no such method")];
    };
    let mut found = Vec::new();
    for (name, value) in &request.params {
        match fields.iter().find(|field| field[0] == json!(name)) {
            None => found.push(format!("{method}.{name}: no such field")),
            Some(field) => {
                found.extend(faults_as_one_of(
                    api,
                    &field[1],
                    &typed(request, field, value),
                    &format!("{method}.{name}"),
                ));
            }
        }
    }
    for field in fields.iter().filter(|field| field[2] == 1) {
        let name = field[0].as_str().unwrap();
        if !request.params.contains_key(name) && !request.files.iter().any(|file| file == name) {
            found.push(format!("{method}.{name}: missing"));
        }
    }
    found
}

/// In a form everything is text, and what is not meant as text is JSON.
fn typed(request: &Recorded, field: &Value, value: &Value) -> Value {
    match value.as_str() {
        Some(text) if !request.files.is_empty() && field[1] != json!(["String"]) => {
            serde_json::from_str(text).unwrap_or_else(|_| value.clone())
        }
        _ => value.clone(),
    }
}
