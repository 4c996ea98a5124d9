//! Showing a few characters of a parameter without its content.

/// Parameters that say nothing about anybody.
const PLAIN: [&str; 6] = ["charset", "format", "method", "sign_type", "timestamp", "version"];

/// How many characters are shown.
const LENGTH: usize = 24;

/// How to show what stands in one parameter.
#[derive(Clone, Copy)]
pub(super) enum Excerpt {
    /// As it is, to the parameter's end.
    Plain,
    /// Only what holds the content together: punctuation and spaces.
    Masked,
}

impl Excerpt {
    pub(super) fn of(parameter: &str) -> Self {
        if PLAIN.contains(&parameter) { Self::Plain } else { Self::Masked }
    }

    /// The first characters of a text.
    pub(super) fn take(self, text: &str) -> String {
        let text = text.chars().take(LENGTH);
        match self {
            // The text may go on with other parameters.
            Self::Plain => text.take_while(|it| *it != '&').flat_map(printable).collect(),
            Self::Masked => text.map(mask).flat_map(printable).collect(),
        }
    }
}

/// Letters become `a`, digits `9`.
fn mask(character: char) -> char {
    match character {
        '0'..='9' => '9',
        'a'..='z' | 'A'..='Z' => 'a',
        _ => character,
    }
}

/// Everything beyond ASCII becomes `文`; but the mark of bytes that are no text stays: it says that the
/// charset is wrong.
fn printable(character: char) -> impl Iterator<Item = char> {
    let character = if character.is_ascii() || character == char::REPLACEMENT_CHARACTER { character } else { '文' };
    let escaped = character.is_control().then(|| character.escape_default());
    let plain = escaped.is_none().then_some(character);
    escaped.into_iter().flatten().chain(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_masked_and_harmless_parameters_are_not() {
        let table = [
            ("biz_content", r#"{"name":"李 Lei 7"}"#, r#"{"aaaa":"文 aaa 9"}"#),
            ("app_auth_token", "201208BB_x", "999999aa_a"),
            ("biz_content", "a\u{fffd}\n，", "a\u{fffd}\\n文"),
            ("charset", "utf-8&app_auth_token=201208", "utf-8"),
            ("timestamp", "2026-11-23 08:00:00", "2026-11-23 08:00:00"),
            ("method", "a\r\n\u{1b}\u{202e}", "a\\r\\n\\u{1b}文"),
            ("biz_content", "", ""),
        ];
        for (parameter, text, shown) in table {
            assert_eq!(Excerpt::of(parameter).take(text), shown, "{parameter}");
        }
        assert_eq!(Excerpt::of("biz_content").take(&"x".repeat(1_000)).len(), LENGTH);
    }
}
