//! What is no signature over the text is refused, however near it comes.

use super::*;

const TEXT: &[u8] = b"out_trade_no=1&total_amount=0.01";

fn assert_refused(verifier: &KeyVerifier, text: &[u8], signature: &[u8], what: &str) {
    let outcome = verifier.verify_now(text, signature);
    assert!(matches!(outcome, Err(VerifyError::Mismatch)), "{verifier:?} {what}: {outcome:?}");
}

#[test]
fn what_was_altered_does_not_verify() {
    for pair in PAIRS {
        let verifier = pair.verifier();
        let signature = pair.signer().sign_now(TEXT).unwrap();
        verifier.verify_now(TEXT, &signature).unwrap();

        for length in [0, 1, signature.len() / 2, signature.len() - 1] {
            assert_refused(&verifier, TEXT, &signature[..length], "cut off");
        }
        assert_refused(&verifier, TEXT, &[&signature[..], &[0]].concat(), "lengthened");
        assert_refused(&verifier, TEXT, &[&[0], &signature[..]].concat(), "lengthened in front");
        assert_refused(&verifier, TEXT, &vec![0; signature.len()], "zero");
        assert_refused(&verifier, TEXT, &vec![0xff; signature.len()], "all ones");
        assert_refused(&verifier, TEXT, BASE64_STANDARD.encode(&signature).as_bytes(), "still base64");
        for position in (0..signature.len()).step_by(7) {
            let mut altered = signature.clone();
            altered[position] ^= 1;
            assert_refused(&verifier, TEXT, &altered, "a bit of the signature");
        }
        for position in 0..TEXT.len() {
            let mut altered = TEXT.to_vec();
            altered[position] ^= 1;
            assert_refused(&verifier, &altered, &signature, "a bit of the text");
        }
        assert_refused(&verifier, b"", &signature, "no text");
        assert_refused(&pair.verifier_with(pair.other_public), TEXT, &signature, "another key");
    }
}

#[test]
fn a_signature_of_one_sign_type_is_none_of_another() {
    for made in PAIRS {
        let signature = made.signer().sign_now(TEXT).unwrap();
        for checked in PAIRS.iter().filter(|checked| checked.sign_type != made.sign_type) {
            assert_refused(&checked.verifier(), TEXT, &signature, made.sign_type.as_str());
        }
    }
}

/// SM2 signatures have one form, DER.
#[cfg(feature = "sm2")]
#[test]
fn other_forms_of_an_sm2_signature_are_refused() {
    let pair = PAIRS.iter().find(|pair| pair.sign_type == SignType::Sm2).unwrap();
    let verifier = pair.verifier();
    // A text whose signature has no number that begins with a one, which would need a zero in front.
    let numbers = |text: &[u8]| {
        let signature = pair.signer().sign_now(text).unwrap();
        (signature.len() == 70).then(|| (signature[4..36].to_vec(), signature[38..].to_vec()))
    };
    let (text, (r, s)) = (0..100_u32)
        .find_map(|number| numbers(&number.to_be_bytes()).map(|numbers| (number.to_be_bytes(), numbers)))
        .unwrap();
    let der = |r: &[u8], s: &[u8]| {
        let integer = |number: &[u8]| [&[2, u8::try_from(number.len()).unwrap()], number].concat();
        let both = [integer(r), integer(s)].concat();
        [&[0x30, u8::try_from(both.len()).unwrap()], &both[..]].concat()
    };
    verifier.verify_now(&text, &der(&r, &s)).unwrap();

    let zero = |number: &[u8]| [&[0], number].concat();
    let long_length = [&[0x30, 0x81][..], &der(&r, &s)[1..]].concat();
    let indefinite = [&[0x30, 0x80], &der(&r, &s)[2..], &[0, 0]].concat();
    let order = b"\x00\xff\xff\xff\xfe\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x72\x03\xdf\x6b\x21\xc6\x05\x2b\x53\xbb\xf4\x09\x39\xd5\x41\x23";
    for (signature, what) in [
        ([&r[..], &s].concat(), "numbers alone"),
        (der(&zero(&r), &s), "a zero in front"),
        (der(&r, &zero(&s)), "a zero in front"),
        (long_length, "a length that is too long"),
        (indefinite, "no length"),
        (der(&s, &r), "the wrong way round"),
        (der(&[0], &s), "zero"),
        (der(&r, &[0]), "zero"),
        (der(&[0], &[0]), "zeros"),
        (der(order, &s), "the order"),
        (der(&r, order), "the order"),
        (der(&r, &[]), "an empty number"),
        (der(&[0xff], &s), "a negative number"),
        ([der(&r, &s), vec![5, 0]].concat(), "something behind"),
        (vec![0x30, 0], "nothing inside"),
    ] {
        assert_refused(&verifier, &text, &signature, what);
    }
}
