//! A text as a JSON string: copied in runs of what stands for itself.
//!
//! `serde_json` looks at each byte on its own, which was most of the time of writing a request.

/// So many bytes are looked at in one step, which is a processor's vector.
const BLOCK: usize = 16;

/// Appends the text in quotes, with the escapes that `serde_json` writes.
pub(super) fn push_quoted(json: &mut String, text: &str) {
    json.push('"');
    let mut rest = text;
    while let Some((plain, special, after)) = split_at_special(rest) {
        json.push_str(plain);
        push_escaped(json, special);
        rest = after;
    }
    json.push_str(rest);
    json.push('"');
}

/// What stands before the first byte that is to be escaped, that byte, and what stands behind it.
fn split_at_special(text: &str) -> Option<(&str, u8, &str)> {
    let position = first_special(text.as_bytes())?;
    let (plain, rest) = text.split_at_checked(position)?;
    // What is to be escaped is ASCII, and so one byte.
    Some((plain, *rest.as_bytes().first()?, rest.get(1..)?))
}

fn first_special(bytes: &[u8]) -> Option<usize> {
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    // Without a way out inside the block, so that the compiler compares all of it at once.
    let is_plain = |block: &&[u8; BLOCK]| !block.iter().fold(false, |found, byte| found | is_special(*byte));
    let start = blocks.iter().take_while(is_plain).count() * BLOCK;
    let position = bytes.get(start..)?.iter().position(|byte| is_special(*byte))?;
    Some(start + position)
}

const fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

fn push_escaped(json: &mut String, special: u8) {
    json.push_str(match special {
        b'"' => "\\\"",
        b'\\' => "\\\\",
        b'\n' => "\\n",
        b'\r' => "\\r",
        b'\t' => "\\t",
        0x08 => "\\b",
        0x0c => "\\f",
        control => {
            let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
            json.push_str("\\u00");
            json.push(digit(control >> 4));
            json.push(digit(control & 0xf));
            return;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::push_quoted;

    #[test]
    fn texts_are_escaped_as_serde_json_does() {
        let all: String = (0..=0x2ff).filter_map(char::from_u32).collect();
        let mut texts = vec![String::new(), all, "中文 😀 \u{2028}\u{7f}".to_owned()];
        // Each escape at each place of a block, and none.
        for length in 0..40 {
            let plain = "x".repeat(length);
            texts.extend(["\"", "\\", "\n", "\u{1f}", "中"].map(|special| format!("{plain}{special}{plain}")));
            texts.push(plain);
        }
        for text in texts {
            let mut json = String::new();
            push_quoted(&mut json, &text);
            assert_eq!(json, serde_json::to_string(&text).unwrap());
        }
    }
}
