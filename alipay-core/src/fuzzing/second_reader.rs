//! JSON a second time: what `serde_json` says of it, and where its members stand, by counting brackets.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// The members of the one JSON object that a text is, in its order, with the exact texts of their values;
/// `None` if it is none.
pub(crate) fn members(text: &str) -> Option<Vec<(String, &str)>> {
    let whole: &RawValue = serde_json::from_str(text).ok()?;
    // From here on the text is known to be JSON.
    let inside = whole.get().strip_prefix('{')?.strip_suffix('}')?;
    let members = split_outside(inside, b',').into_iter().filter(|member| !member.trim_ascii().is_empty());
    let members = members.map(|member| {
        let &[name, value] = split_outside(member, b':').as_slice() else { panic!("a member without a colon") };
        Some((serde_json::from_str(name).ok()?, value.trim_ascii()))
    });
    let members: Vec<(String, &str)> = members.collect::<Option<_>>()?;
    // serde_json takes the last of a name.
    let by_serde: HashMap<String, &RawValue> = serde_json::from_str(text).ok()?;
    let last: HashMap<&str, &str> = members.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(last.len(), by_serde.len());
    assert!(last.iter().all(|(name, value)| by_serde.get(*name).is_some_and(|found| found.get() == *value)));
    Some(members)
}

/// The value of the only member of this name.
pub(crate) fn only<'t>(members: &[(String, &'t str)], name: &str) -> Option<&'t str> {
    let mut found = members.iter().filter(|(known, _)| known == name);
    let (_, value) = found.next()?;
    found.next().is_none().then_some(value)
}

/// Whether no name stands twice.
pub(crate) fn are_distinct(members: &[(String, &str)]) -> bool {
    members.iter().enumerate().all(|(at, (name, _))| members[..at].iter().all(|(earlier, _)| earlier != name))
}

/// The parts between separators that stand in no string and no bracket.
fn split_outside(json: &str, separator: u8) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in json.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ if depth == 0 && byte == separator => {
                parts.push(&json[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&json[start..]);
    parts
}
