//! Why the gateway did not accept a request's signature.
//!
//! With `isv.invalid-signature` the gateway shows the text that it verified. Where that differs from
//! the text that was signed, something changed a parameter on the way; where it does not, the keys do
//! not belong together. These are two different repairs, and the code alone says neither.

use std::borrow::Cow;
use std::fmt;

use super::mask::Excerpt;
use super::word::Word;

/// What the gateway's text stands behind in `sub_msg`.
const INTRODUCTION: &str = "验签字符串为";
/// What production writes behind it: a link for support.
const LINK: &str = "，解决方案：http";

/// The first difference between the text that was signed and the text that the gateway verified.
///
/// Of a value it shows a few characters, letters and digits masked, unless it is one that says nothing
/// about you, such as `charset`. Its `Display` is one line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureDifference {
    /// There is none, so the keys do not belong together: the private key is not the application's, or
    /// the platform has another public key of it.
    TextsAreEqual,
    /// The gateway did not see a parameter that was signed.
    #[non_exhaustive]
    Missing {
        /// Its name.
        parameter: String,
    },
    /// The gateway saw a parameter that was not signed.
    #[non_exhaustive]
    Added {
        /// Its name.
        parameter: String,
    },
    /// The gateway saw another value.
    #[non_exhaustive]
    Value {
        /// The parameter's name.
        parameter: String,
        /// The first character of the value that differs, counted from 1.
        character: usize,
        /// A few characters from there on, of what was signed. Empty: it ends there.
        ours: String,
        /// The same, of what the gateway saw.
        gateway: String,
    },
}

impl fmt::Display for SignatureDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TextsAreEqual => f.write_str(
                "the gateway verified the text that was signed: the private key is not the application's, \
                 or the platform has another public key of it",
            ),
            Self::Missing { parameter } => {
                write!(f, "the gateway verified another text: it lacks {}, which was signed", Word(parameter))
            }
            Self::Added { parameter } => {
                write!(f, "the gateway verified another text: it holds {}, which was not signed", Word(parameter))
            }
            Self::Value { parameter, character, ours, gateway } => {
                write!(
                    f,
                    "the gateway verified another text: {} differs from character {character} on, ",
                    Word(parameter)
                )?;
                write!(f, "signed was {}, the gateway has {}", Side(ours), Side(gateway))
            }
        }
    }
}

struct Side<'a>(&'a str);

impl fmt::Display for Side<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(excerpt) = self;
        if excerpt.is_empty() { f.write_str("nothing more") } else { write!(f, "`{excerpt}`") }
    }
}

/// Compares the signed parameters, sorted as they were signed, with the text that the gateway shows in
/// `sub_msg`. `None`: it shows none.
pub(crate) fn compare(signed: &[(&str, &str)], sub_msg: &str) -> Option<SignatureDifference> {
    let (_, shown) = sub_msg.split_once(INTRODUCTION)?;
    let shown = shown.trim_start_matches(['：', ':']);
    // Nobody documents how the text is written here. Seen were: each `&` as `&amp;`, as it is, and on
    // a page for browsers everything escaped that HTML wants to be. So the reading that agrees furthest
    // is the one that was meant.
    let readings: [fn(&str) -> Cow<'_, str>; 3] = [unescape_ampersands, |text| Cow::Borrowed(text), unescape_html];
    let texts = without_link(shown).into_iter().chain([shown]);
    texts
        .flat_map(|text| readings.into_iter().map(move |reading| first_difference(signed, &reading(text))))
        .reduce(|furthest, found| if found.agreed > furthest.agreed { found } else { furthest })
        .map(|found| found.difference)
}

fn without_link(shown: &str) -> Option<&str> {
    shown.rsplit_once(LINK).map(|(text, _)| text)
}

fn unescape_ampersands(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.replace("&amp;", "&"))
}

fn unescape_html(text: &str) -> Cow<'_, str> {
    let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
    Cow::Owned(text.replace("&amp;", "&"))
}

struct Found {
    /// How many bytes agree; all of them count more than any number.
    agreed: usize,
    difference: SignatureDifference,
}

fn first_difference(signed: &[(&str, &str)], gateway: &str) -> Found {
    let mut rest = gateway;
    let mut before = None;
    for &(name, value) in signed {
        let agreed = gateway.len() - rest.len();
        let Some(seen) = after_name(rest, before.is_some(), name) else {
            return Found { agreed, difference: at_parameter(signed, before, Some(name), rest) };
        };
        let common = common_length(value, seen);
        rest = seen.get(common..).unwrap_or_default();
        if common < value.len() {
            let agreed = gateway.len() - rest.len();
            return Found { agreed, difference: in_value(name, value, common, rest) };
        }
        before = Some((name, value));
    }
    if rest.is_empty() {
        return Found { agreed: usize::MAX, difference: SignatureDifference::TextsAreEqual };
    }
    Found { agreed: gateway.len() - rest.len(), difference: at_parameter(signed, before, None, rest) }
}

/// What follows `name=`, if that is what stands here.
fn after_name<'a>(rest: &'a str, is_later: bool, name: &str) -> Option<&'a str> {
    let rest = if is_later { rest.strip_prefix('&')? } else { rest };
    rest.strip_prefix(name)?.strip_prefix('=')
}

/// The texts differ where the value of one parameter has ended and another one, or none, should begin.
fn at_parameter(
    signed: &[(&str, &str)],
    before: Option<(&str, &str)>,
    expected: Option<&str>,
    rest: &str,
) -> SignatureDifference {
    let seen = rest.strip_prefix('&').or(before.is_none().then_some(rest)).and_then(name_of);
    match (seen, expected, before) {
        (Some(seen), _, _) if signed.iter().all(|(name, _)| *name != seen) => {
            SignatureDifference::Added { parameter: seen.to_owned() }
        }
        (Some(_), Some(name), _) => SignatureDifference::Missing { parameter: name.to_owned() },
        (None, Some(name), _) if rest.is_empty() => SignatureDifference::Missing { parameter: name.to_owned() },
        (_, _, Some((name, value))) => in_value(name, value, value.len(), rest),
        (_, expected, None) => SignatureDifference::Missing { parameter: expected.unwrap_or_default().to_owned() },
    }
}

/// The name in front of a `=`, if it looks like a parameter's.
fn name_of(text: &str) -> Option<&str> {
    let (name, _) = text.split_once('=')?;
    let is_name =
        !name.is_empty() && name.len() <= 64 && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_');
    is_name.then_some(name)
}

fn in_value(name: &str, value: &str, at: usize, rest: &str) -> SignatureDifference {
    let (before, ours) = value.split_at_checked(at).unwrap_or((value, ""));
    let excerpt = Excerpt::of(name);
    SignatureDifference::Value {
        parameter: name.to_owned(),
        character: before.chars().count() + 1,
        ours: excerpt.take(ours),
        gateway: excerpt.take(rest),
    }
}

/// How many bytes two texts have in common, up to a whole character.
fn common_length(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    // Both texts have the same bytes up to there, so a boundary of the one is one of the other.
    (0..=same).rev().find(|&at| one.is_char_boundary(at) && other.is_char_boundary(at)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
