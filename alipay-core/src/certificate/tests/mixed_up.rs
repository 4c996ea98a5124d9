//! Each of the three files in each of the three places.

use super::*;
use crate::key::PrivateKey;

const KEY_UNKNOWN: Option<&PublicKey> = None;

fn check(files: [&str; 3], key: Option<&PublicKey>) -> Result<(), String> {
    let [app, alipay, roots] = files.map(bundle);
    let owner = Owner { app_id: "2021000000000001", sign_type: SignType::Rsa2, key };
    Places { app: &app, alipay: &alipay, roots: &roots }.check(&owner).map_err(|error| error.to_string())
}

#[test]
fn each_file_in_a_wrong_place_is_named() {
    let key = PrivateKey::parse(APP_KEY).unwrap().public_key().clone();
    let files = [(APP, "the application's own"), (ALIPAY, "Alipay's certificate"), (ROOTS, "a root certificate")];
    let places = ["`app_certificate`", "`alipay_certificate`", "`alipay_root_certificates`"];
    // With the key at hand, and with a signer that does not tell it.
    for key in [Some(&key), KEY_UNKNOWN] {
        for number in 0..27 {
            let chosen = [number / 9, number / 3 % 3, number % 3];
            let outcome = check(chosen.map(|file| files[file].0), key);
            if chosen == [0, 1, 2] {
                assert_eq!(outcome, Ok(()));
                continue;
            }
            // Where nobody tells the key, a stranger's certificate may pass as the application's, unless
            // something else gives it away.
            if key.is_none() && chosen == [1, 0, 2] {
                assert!(outcome.is_err());
            }
            let message = outcome.unwrap_err();
            for (place, &file) in chosen.iter().enumerate().filter(|(place, file)| place != *file) {
                let expected = format!("{} was given {}", places[place], files[file].1);
                let is_told = message.contains(&expected);
                // Alipay's in the application's place is found by what it displaced.
                assert!(is_told || (key.is_none() && place == 0 && file == 1), "{chosen:?}: {message}");
            }
        }
    }
}

#[test]
fn certificates_of_others_are_told_from_the_application_s() {
    let key = PrivateKey::parse(APP_KEY).unwrap().public_key().clone();
    let authority = Authority::root("Root").below("Class 1");
    let stranger = authority.leaf("2088-2021000000000002", ALIPAY_KEY);
    let message = check([&stranger, ALIPAY, ROOTS], Some(&key)).unwrap_err();
    assert!(message.contains("the private key does not belong to the application's certificate"), "{message}");
    assert_eq!(check([&stranger, ALIPAY, ROOTS], KEY_UNKNOWN), Ok(()), "nothing tells them apart");

    let class_2 = test_key!("class2.crt");
    for (files, expected) in [
        ([class_2, ALIPAY, ROOTS], "`app_certificate` was given the certificate of an authority"),
        ([APP, class_2, ROOTS], "`alipay_certificate` was given the certificate of an authority"),
        ([APP, ALIPAY, class_2], "`alipay_root_certificates` was given the certificate of an authority"),
        ([APP, ALIPAY, &format!("{ROOTS}{class_2}")], "number 5 in `alipay_root_certificates` is no root certificate"),
        ([APP, ALIPAY, &format!("{ROOTS}{ALIPAY_LEAF}")], "number 5 in `alipay_root_certificates`"),
    ] {
        let message = check(files, Some(&key)).unwrap_err();
        assert!(message.contains(expected), "{message}");
    }
}
