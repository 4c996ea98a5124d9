//! The reference of the declaration language names every word that the macros know.

/// The words, as the macros compare with them.
const WORDS: &str = include_str!("../../alipay-macros/src/attr/key.rs");

/// The reference, as `cargo doc` shows it.
const REFERENCE: &str = include_str!("../../alipay-core/src/macros.rs");

#[test]
fn every_word_stands_in_the_reference() {
    let words: Vec<&str> = WORDS.split('"').skip(1).step_by(2).collect();
    assert!(words.len() > 30 && words.contains(&"max_len"), "{words:?}");
    // `max_len = 32`, `advise(rule)`, or alone.
    let is_named = |word: &str| [" = ", "(", "`"].iter().any(|end| REFERENCE.contains(&format!("`{word}{end}")));
    let missing: Vec<&str> = words.into_iter().filter(|word| !is_named(word)).collect();
    assert_eq!(missing, [""; 0]);
}
