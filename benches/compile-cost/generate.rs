//! Writes the crates that are compared: the same structs, declared in different ways.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::voucher;

/// What the crates hold.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    /// So many structs, which are made up.
    Structs(usize),
    /// The declaration of one large method.
    Voucher,
}

/// Fields of each struct, as many as a usual method has.
pub(crate) const FIELDS: usize = 20;

/// One way to declare the structs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Variant {
    /// `#[alipay_api]` with its rules.
    Ours,
    /// serde's two derives, and those of std that `#[alipay_api]` makes unnecessary.
    SerdeAndStd,
    /// serde's two derives alone.
    Serde,
}

impl Variant {
    pub(crate) const ALL: [Self; 3] = [Self::Ours, Self::SerdeAndStd, Self::Serde];

    /// Name in the table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Ours => "alipay_api",
            Self::SerdeAndStd => "serde + Clone, Debug, PartialEq",
            Self::Serde => "serde",
        }
    }

    /// Name of the crate.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Self::Ours => "declared",
            Self::SerdeAndStd => "derived",
            Self::Serde => "derived-serde-only",
        }
    }

    /// Name of the crate that holds one field and one word.
    pub(crate) fn base_package(self) -> String {
        format!("{}-base", self.package())
    }

    /// What a crate pays once, however much is declared in it: its dependencies are loaded, those that are macros
    /// too, and of each trait that is implemented all implementations below are read.
    fn base_source(self) -> String {
        let (imports, derives, unknown) = match self {
            Self::Ours => ("use alipay_core::{Record, WireEnum};", ["Record", "WireEnum"], ", Unknown(String)"),
            Self::SerdeAndStd => (SERDE_IMPORTS, [ALL_DERIVES; 2], ""),
            Self::Serde => (SERDE_IMPORTS, [SERDE_DERIVES; 2], ""),
        };
        let [record, word] = derives;
        format!(
            "#![allow(unused_imports)]\n{imports}\n\n\
             #[derive({record})]\npub struct Base {{\n    pub text: Option<String>,\n}}\n\n\
             #[derive({word})]\npub enum Word {{ Word{unknown} }}\n"
        )
    }

    /// What is derived for structs and enums alike; ours differ.
    pub(crate) fn derives(self) -> Option<&'static str> {
        match self {
            Self::Ours => None,
            Self::SerdeAndStd => Some(ALL_DERIVES),
            Self::Serde => Some(SERDE_DERIVES),
        }
    }

    fn dependencies(self, workspace: &Path) -> String {
        match self {
            Self::Ours => format!("alipay-core = {{ path = '{}' }}", workspace.join("alipay-core").display()),
            _ => "rust_decimal = { version = \"1\", default-features = false, features = [\"std\", \"serde\"] }\n\
                  serde = { version = \"1\", features = [\"derive\"] }"
                .to_owned(),
        }
    }

    /// The source file: an enum, a response, and the requests.
    fn source(self, structs: usize) -> String {
        let requests: Vec<_> = (0..structs).map(|index| self.request(index)).collect();
        self.head() + &requests.concat()
    }

    fn head(self) -> String {
        let (imports, enum_derives, record_derives, unknown) = match self {
            Self::Ours => (
                "use alipay_core::{Amount, Record, WireEnum, alipay_api};",
                "WireEnum",
                "Record",
                "    Unknown(String),\n",
            ),
            Self::SerdeAndStd => (SERDE_IMPORTS, ALL_DERIVES, ALL_DERIVES, ""),
            Self::Serde => (SERDE_IMPORTS, SERDE_DERIVES, SERDE_DERIVES, ""),
        };
        format!(
            "{imports}\n\n\
             #[derive({enum_derives})]\npub enum Kind {{\n    Deposit,\n    Withdraw,\n    Freeze,\n{unknown}}}\n\n\
             #[derive({record_derives})]\npub struct Reply {{\n    pub order_id: String,\n    \
             pub state: Option<Kind>,\n    pub paid: Option<Amount>,\n}}\n"
        )
    }

    fn request(self, index: usize) -> String {
        let head = match self {
            Self::Ours => format!("#[alipay_api(method = \"alipay.bench.method{index}.create\", response = Reply)]\n"),
            Self::SerdeAndStd => format!("#[derive({ALL_DERIVES})]\n"),
            Self::Serde => format!("#[derive({SERDE_DERIVES})]\n"),
        };
        let group = if index.is_multiple_of(3) { self.rules("", "all_or_none(text_8, text_9)") } else { String::new() };
        let fields =
            fields(index).map(|(rules, name, kind)| self.rules("    ", &rules) + &format!("    pub {name}: {kind},\n"));
        format!("\n{head}{group}pub struct Request{index} {{\n{}}}\n", fields.concat())
    }

    fn rules(self, indent: &str, rules: &str) -> String {
        if self == Self::Ours && !rules.is_empty() { format!("{indent}#[alipay({rules})]\n") } else { String::new() }
    }
}

const SERDE_IMPORTS: &str = "use rust_decimal::Decimal as Amount;\nuse serde::{Deserialize, Serialize};";
const SERDE_DERIVES: &str = "Serialize, Deserialize";
const ALL_DERIVES: &str = "Clone, Debug, PartialEq, Serialize, Deserialize";

/// Rules, name and type of each field of a struct.
fn fields(index: usize) -> [(String, String, &'static str); FIELDS] {
    std::array::from_fn(|position| {
        let (rules, name, kind) = match position {
            0 => ("max_len = 64", "out_request_no", "String"),
            1 => ("max_len = 256", "subject", "String"),
            2 => ("range = 0.01..=100000000, decimals = 2", "total_amount", "Amount"),
            3 => ("range = 1..=3000", "quantity", "Option<i64>"),
            4 => ("", "reusable", "Option<bool>"),
            5 => ("", "kind", "Option<Kind>"),
            6 if index.is_multiple_of(2) => {
                ("max_len = 32, required_if(kind == Kind::Deposit)", "memo", "Option<String>")
            }
            _ => return (format!("max_len = {}", 16 << (position % 5)), format!("text_{position}"), "Option<String>"),
        };
        (rules.to_owned(), name.to_owned(), kind)
    })
}

/// Writes a workspace of two crates a variant, with the versions that this workspace has.
pub(crate) fn write_crates(workspace: &Path, target: &Path, subject: Subject) -> io::Result<()> {
    let members = Variant::ALL.map(|variant| format!("\"{}\", \"{}\"", variant.package(), variant.base_package()));
    fs::create_dir_all(target)?;
    fs::write(
        target.join("Cargo.toml"),
        format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", ")),
    )?;
    fs::copy(workspace.join("Cargo.lock"), target.join("Cargo.lock"))?;
    for variant in Variant::ALL {
        let sources = match subject {
            Subject::Structs(count) => vec![(PathBuf::from("lib.rs"), variant.source(count))],
            Subject::Voucher => voucher::sources(workspace, variant)?,
        };
        let base = vec![(PathBuf::from("lib.rs"), variant.base_source())];
        let dependencies = variant.dependencies(workspace);
        write_crate(target, variant.package(), &dependencies, sources)?;
        write_crate(target, &variant.base_package(), &dependencies, base)?;
    }
    Ok(())
}

fn write_crate(target: &Path, package: &str, dependencies: &str, sources: Vec<(PathBuf, String)>) -> io::Result<()> {
    let folder = target.join(package);
    for (name, source) in sources {
        let file = folder.join("src").join(name);
        fs::create_dir_all(file.parent().unwrap_or(&folder))?;
        fs::write(file, source)?;
    }
    let manifest = format!(
        "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)
}

/// Makes cargo compile the crate again, and nothing else.
pub(crate) fn make_stale(target: &Path, package: &str) -> io::Result<()> {
    let source = target.join(package).join("src").join("lib.rs");
    File::options().write(true).open(source)?.set_modified(SystemTime::now())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_the_sample_that_compiles_here() {
        let message = "to record it again, run with `--structs 2` and copy `declared/src/lib.rs`";
        assert_eq!(Variant::Ours.source(2), include_str!("sample.rs"), "{message}");
    }

    #[test]
    fn all_variants_have_the_same_fields() {
        let fields = |variant: Variant| {
            let source = variant.source(4);
            source.lines().filter(|line| line.starts_with("    pub ")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(fields(Variant::Ours).len(), 3 + 4 * FIELDS);
        assert_eq!(fields(Variant::Ours), fields(Variant::SerdeAndStd));
        assert_eq!(fields(Variant::Ours), fields(Variant::Serde));
    }
}
