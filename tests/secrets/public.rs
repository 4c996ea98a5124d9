//! Every public type of the crates, read from their sources, so that a new one cannot be forgotten.

use std::fs;
use std::path::{Path, PathBuf};

/// A public type by its full path, as `std::any::type_name` writes it.
pub(crate) type Name = String;

/// Those of a crate that are not printed through their declaration.
pub(crate) struct Public {
    pub(crate) types: Vec<Name>,
    /// Declared: their `Debug` is that of the schema, and nobody can write another one beside it.
    pub(crate) declared: Vec<Name>,
}

pub(crate) fn types_of(krate: &str) -> Public {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(krate).join("src");
    let mut public = Public { types: Vec::new(), declared: Vec::new() };
    read_folder(&root, &root, &krate.replace('-', "_"), &mut public);
    public
}

fn read_folder(root: &Path, folder: &Path, krate: &str, public: &mut Public) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(root, &path, krate, public);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = path.strip_prefix(root).unwrap().with_extension("");
            let parts = module.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "lib");
            if !parts.clone().any(|part| part == "tests") {
                let module = [krate].into_iter().chain(parts).collect::<Vec<_>>().join("::");
                read_file(&fs::read_to_string(&path).unwrap(), &module, public);
            }
        }
    }
}

/// Types begin a line, as rustfmt has it; what stands above one belongs to it.
fn read_file(source: &str, module: &str, public: &mut Public) {
    let mut above = String::new();
    let mut inner = "";
    for line in source.lines() {
        if line.starts_with("mod tests") || line.starts_with("#[cfg(test)]") && source.contains("mod tests {") {
            above.clear();
        }
        // `rule_types` has a module within the file.
        if let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(" {")) {
            inner = name;
        } else if line == "}" {
            inner = "";
        }
        match type_name(line.trim_start()) {
            // `identifiers!` makes its types from a list.
            Some("$name") => public.types.extend(listed(source).map(|name| format!("{module}::{name}"))),
            Some(name) => {
                let module = if inner.is_empty() { module.to_owned() } else { format!("{module}::{inner}") };
                let is_declared = ["alipay_api", "alipay_message", "Record", "WireEnum", "ErrorCode"]
                    .iter()
                    .any(|derived| above.lines().any(|line| line.starts_with("#[") && line.contains(derived)));
                let list = if is_declared { &mut public.declared } else { &mut public.types };
                list.push(format!("{module}::{name}"));
            }
            None => {}
        }
        if line.trim().is_empty() || line.starts_with('}') {
            above.clear();
        } else {
            above += line.trim_start();
            above.push('\n');
        }
    }
}

fn type_name(line: &str) -> Option<&str> {
    let rest = ["pub struct ", "pub enum ", "pub union "].iter().find_map(|kind| line.strip_prefix(kind))?;
    rest.split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '$').next()
}

/// The names in `identifiers! { … }`.
fn listed(source: &str) -> impl Iterator<Item = &str> {
    let list = source.split("\nidentifiers! {\n").nth(1).unwrap().split("\n}\n").next().unwrap();
    list.lines().filter_map(|line| line.trim().strip_suffix(';')).filter(|name| name.chars().all(char::is_alphanumeric))
}

/// Whether any source of a crate writes these words, with the places.
pub(crate) fn places_of(krate: &str, words: &str) -> Vec<String> {
    fn look(folder: &Path, words: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                look(&path, words, found);
            } else if let Ok(source) = fs::read_to_string(&path) {
                found.extend(source.lines().filter(|line| line.contains(words)).map(str::to_owned));
            }
        }
    }
    let mut found = Vec::new();
    look(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(krate).join("src"), words, &mut found);
    found
}
