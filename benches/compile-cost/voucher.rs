//! One real declaration instead of many generated ones: that of
//! `alipay.marketing.activity.ordervoucher.create`, as it is, and as structs that serde derives for.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::generate::Variant;

/// Where the declaration stands, and what it shares with other methods.
const MODULES: [&str; 2] = ["activity_ordervoucher_create", "voucher"];

/// Source files of the crate: their paths under `src`, and what is in them.
pub(crate) fn sources(workspace: &Path, variant: Variant) -> io::Result<Vec<(PathBuf, String)>> {
    let family = workspace.join("alipay-apis/src/marketing");
    let modules = MODULES.map(|module| format!("pub mod {module};\n")).concat();
    let mut sources = vec![(PathBuf::from("lib.rs"), head(variant) + &modules)];
    for module in MODULES {
        let mut files = vec![PathBuf::from(module).with_extension("rs")];
        for entry in fs::read_dir(family.join(module))? {
            files.push(Path::new(module).join(entry?.file_name()));
        }
        for file in files {
            let declared = fs::read_to_string(family.join(&file))?;
            let source = match variant.derives() {
                None => declared,
                // Serde has nothing like the table of error codes: only its name is needed.
                Some(_) if file.ends_with("error.rs") => "pub enum ActivityOrdervoucherCreateError {}\n".to_owned(),
                Some(derives) => plain(&declared, derives),
            };
            sources.push((file, source));
        }
    }
    Ok(sources)
}

fn head(variant: Variant) -> String {
    if variant.derives().is_none() {
        return String::new();
    }
    // A time is text: serde has no format for `yyyy-MM-dd HH:mm:ss`, and a type of its own would not
    // make the derives cheaper.
    "#![allow(unused_imports)]\n\
     mod values {\n    pub use rust_decimal::Decimal as Amount;\n    pub use serde::{Deserialize, Serialize};\n    \
     pub type DateTime = String;\n}\n"
        .to_owned()
}

/// The same structs and enums without rules, with these derives.
fn plain(declared: &str, derives: &str) -> String {
    let derive = format!("#[derive({derives})]");
    let mut source = without_attributes(declared, "#[alipay(", "");
    source = without_attributes(&source, "#[alipay_api(", &derive);
    source = without_attributes(&source, "#[derive(", &derive);
    // Functions that rules call.
    if let Some(function) = source.find("\nfn ") {
        source.truncate(source[..function].rfind("\n\n").unwrap_or(function));
        source.push('\n');
    }
    let lines = source
        .lines()
        .filter(|line| line.trim() != "Unknown(String),")
        .map(|line| if line.starts_with("use alipay_core::") { "use crate::values::*;" } else { line });
    // What a left-out variant was described with goes to the next item or to nothing.
    let kept: Vec<_> = lines.filter(|line| !line.trim_start().starts_with("///")).collect();
    kept.join("\n") + "\n"
}

/// With another text in the place of each attribute that begins like this.
fn without_attributes(source: &str, start: &str, instead: &str) -> String {
    let mut parts = source.split(start);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut open = 1;
        let end = part.find(|character| {
            open += match character {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            open == 0
        });
        result += instead;
        // Behind `)]`.
        result += end.and_then(|end| part.get(end + 2..)).unwrap_or_default();
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_without_its_rules_is_a_plain_struct() {
        let declared = "use alipay_core::{Amount, Record};\n\n\
             #[alipay_api(\n    method = \"a.b\",\n    when(a == (1), b)\n)]\npub struct A {\n    /// One (1.\n    \
             #[alipay(range = 1.., check = positive)]\n    pub a: Option<Amount>,\n}\n\n\
             #[derive(WireEnum)]\npub enum B {\n    One,\n    /// Others.\n    Unknown(String),\n}\n\n\
             /// A rule.\nfn positive() {}\n";
        let expected = "use crate::values::*;\n\n#[derive(X)]\npub struct A {\n    \n    pub a: Option<Amount>,\n}\n\n\
             #[derive(X)]\npub enum B {\n    One,\n}\n";
        assert_eq!(plain(declared, "X"), expected);
    }

    #[test]
    fn all_variants_have_the_same_fields() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let fields = |variant| {
            let sources = sources(&workspace, variant).expect("the declaration can be read");
            let lines = sources.iter().flat_map(|(_, source)| source.lines());
            let mut fields: Vec<_> = lines.filter(|line| line.starts_with("    pub ")).map(str::to_owned).collect();
            fields.retain(|line| !line.contains(" use ") && !line.contains(" type "));
            fields.sort_unstable();
            fields
        };
        assert!(fields(Variant::Ours).len() > 200);
        assert_eq!(fields(Variant::Ours), fields(Variant::SerdeAndStd));
        assert_eq!(fields(Variant::Ours), fields(Variant::Serde));
    }
}
