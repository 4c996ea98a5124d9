//! Files as they really are, and their numbers.

use super::*;

#[test]
fn numbers_equal_java_s() {
    let vectors = include_str!("../../../../tests/data/vectors/official-java-outputs.json");
    let vectors: serde_json::Value = serde_json::from_str(vectors).unwrap();
    let java = vectors.as_array().unwrap().iter().find(|case| case["case"] == "execute_cert").unwrap();
    assert_eq!(bundle(APP).first().sn(), java["app_cert_sn"]);
    assert_eq!(bundle(ALIPAY).first().sn(), java["alipay_cert_sn"]);
    for (sign_type, name) in [(SignType::Rsa2, "root_sn"), (SignType::Rsa, "root_sn"), (SignType::Sm2, "root_sn_sm2")] {
        assert_eq!(bundle(ROOTS).root_cert_sn(sign_type).unwrap(), java[name].as_str().unwrap());
    }
}

/// The platform's own files are not ours to keep. The variable names a folder that holds them.
#[test]
fn numbers_of_real_files() {
    let Ok(folder) = std::env::var("ALIPAY_REAL_CERTIFICATES") else {
        println!("skipped: ALIPAY_REAL_CERTIFICATES does not name a folder");
        return;
    };
    let read = |file: &str| CertificateBundle::read(Path::new(&folder).join(file)).unwrap();
    let app = read("appCertPublicKey_2021001161683774.crt");
    let alipay = read("alipayCertPublicKey_RSA2.crt");
    let roots = read("alipayRootCert.crt");
    assert_eq!(app.first().sn(), "866efef280dec9137a87d047ac446315");
    assert_eq!(alipay.first().sn(), "7513daaaa48aa3ba2e4018d84402479c");
    assert_eq!(
        roots.root_cert_sn(SignType::Rsa2).unwrap(),
        "687b59193f3f462dd5336e5abf83c5d8_02941eef3187dddf3d3b83462e1dfcf6"
    );
    assert!(roots.iter().all(Certificate::is_root));
    assert_eq!(roots.iter().count(), 4);
    assert_eq!(alipay.first().not_after().to_string(), "2022-05-14 22:42:01");
}

#[test]
fn every_text_of_a_file_is_read() {
    let expected = bundle(ALIPAY);
    let with_text = ALIPAY.replace("-----BEGIN", "subject=支付宝\n  issuer=…\n-----BEGIN") + "and after";
    let mut not_utf8 = b"# \xd6\xa7\xb8\xb6\xb1\xa6\n".to_vec();
    not_utf8.extend_from_slice(ALIPAY.as_bytes());
    let texts: [Vec<u8>; 11] = [
        ALIPAY.into(),
        ALIPAY.trim_end().into(),
        ALIPAY.replace('\n', "\r\n").into(),
        ALIPAY.replace('\n', "\r").into(),
        ALIPAY.replace('\n', "\\n").into(),
        ALIPAY.replace('\n', " ").into(),
        ALIPAY.replace('\n', "\n\n").into(),
        ALIPAY.replace(" CERTIFICATE", " X509 CERTIFICATE").into(),
        format!("\u{feff}{ALIPAY}").into(),
        with_text.into(),
        not_utf8,
    ];
    for text in texts {
        assert_eq!(CertificateBundle::parse(&text).unwrap(), expected, "{}", String::from_utf8_lossy(&text));
    }
    let bare = bare(ALIPAY);
    for text in
        [bare.as_bytes(), bare.trim_end_matches('=').as_bytes(), format!("\u{feff}\n{bare}\n").as_bytes(), &der(ALIPAY)]
    {
        assert_eq!(CertificateBundle::parse(text).unwrap().first(), expected.first());
    }
}

#[test]
fn what_is_no_file_of_certificates_is_named_and_never_passed_over() {
    let damaged = ROOTS.replacen("MII", "M!!", 3);
    let broken = {
        let mut ders: Vec<_> = bundle(ROOTS).iter().map(|root| root.der().to_vec()).collect();
        ders[2].pop();
        ders.iter().map(|der| pem(der)).collect::<String>()
    };
    let table: [(&[u8], &str); 14] = [
        (b"", "there is no certificate in it"),
        (b" \r\n\xef\xbb\xbf", "there is no certificate in it"),
        (b"/etc/alipay/app.crt", "neither PEM, base64 nor DER (a path is not read here)"),
        (b"AAAA", "not a whole X.509 certificate"),
        (b"0", "neither PEM"),
        (b"\x30\x82", "not a whole X.509 certificate"),
        (&ROOTS.as_bytes()[..ROOTS.len() - 40], "a PEM block is broken off"),
        (b"-----BEGIN CERTIFICATE", "a PEM block is broken off"),
        (damaged.as_bytes(), "what stands in it is not base64"),
        (broken.as_bytes(), "number 3 of 4 is not a whole X.509 certificate"),
        (&[der(APP), vec![0]].concat(), "not a whole X.509 certificate"),
        (APP_KEY.as_bytes(), "there is a private key in it"),
        (test_key!("app_pub.pem").as_bytes(), "a PEM block in it that is no certificate"),
        (b"-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----", "a PEM block in it that is no certificate"),
    ];
    for (file, expected) in table {
        let found = CertificateBundle::parse(file).unwrap_err().to_string();
        assert!(found.contains(expected), "{found:?} lacks {expected:?}");
    }
    let alone = CertificateBundle::parse(b"AAAA").unwrap_err();
    assert_eq!(alone.to_string(), "this is not a whole X.509 certificate");
    assert!(std::error::Error::source(&alone).is_some());
    let combined = format!("{APP}{APP_KEY}");
    assert!(CertificateBundle::parse(combined).unwrap_err().to_string().contains("a private key"));
}

#[test]
fn errors_of_a_path_name_the_path() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/");
    let error = CertificateBundle::read(format!("{folder}none.crt")).unwrap_err();
    assert!(error.to_string().ends_with("none.crt cannot be read"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
    let error = CertificateBundle::read(format!("{folder}app_pkcs8.pem")).unwrap_err();
    assert!(error.to_string().ends_with("app_pkcs8.pem: there is a private key in it; a certificate is needed here"));
}

#[test]
fn a_certificate_tells_what_is_in_it() {
    let alipay = bundle(ALIPAY);
    let leaf = alipay.first();
    assert_eq!(leaf.issuer(), "CN=Own CA Class 2 R1,OU=Certification Authority,O=Own Test,C=CN");
    assert_eq!(leaf.subject(), "CN=支付宝(测试)-2088000000000000,OU=Alipay,O=Own Merchant,C=CN");
    assert_eq!(leaf.serial_number(), "43147330624973496372379087964514983029");
    assert_eq!(leaf.not_before().to_string(), "2026-11-22 11:24:03");
    assert_eq!(leaf.not_after().to_string(), "2126-10-29 11:24:03");
    for (moment, is_valid) in [
        ("2026-11-22 11:24:02", false),
        ("2026-11-22 11:24:03", true),
        ("2126-10-29 11:24:03", true),
        ("2126-10-29 11:24:04", false),
    ] {
        assert_eq!(leaf.is_valid_at(time(moment)), is_valid, "{moment}");
    }
    assert_eq!(alipay.others().len(), 1);
    assert_eq!(leaf.public_key(SignType::Rsa2).unwrap(), PublicKey::parse(test_key!("alipay_pub.pem")).unwrap());
    let error = bundle(test_key!("root_bundle.crt")).first().public_key(SignType::Rsa2).unwrap_err();
    assert_eq!(error.to_string(), "the key in the certificate 87fd84cf8ea7868c25951f55a9926958 cannot be used");
    assert!(std::error::Error::source(&error).unwrap().is::<crate::key::KeyError>());
    assert_eq!(
        format!("{leaf:?}"),
        "Certificate { sn: \"fcc8a0c65b379f0987935a7dfcf80edf\", not_before: 2026-11-22 11:24:03, \
         not_after: 2126-10-29 11:24:03, .. }"
    );
}

#[test]
fn a_root_number_without_a_root_is_an_error() {
    let ec = Authority::root("Root");
    for (sign_type, name) in [(SignType::Rsa2, "RSA"), (SignType::Rsa, "RSA"), (SignType::Sm2, "SM2")] {
        let error = bundle(&ec.pem).root_cert_sn(sign_type).unwrap_err();
        assert_eq!(error.to_string(), format!("none of the root certificates is signed with {name}"));
    }
}

#[test]
fn odd_serial_numbers_and_signature_parameters_are_read() {
    let root = Authority::root("Root");
    for (bytes, decimal) in [(&[0x80_u8; 20][..], None), (&[1; 20], None), (&[0x7f; 400], None), (&[5], Some("5"))] {
        let leaf = bundle(&root.leaf_with("Leaf", ALIPAY_KEY, &serial(bytes))).first().clone();
        assert_eq!(leaf.sn().len(), 32);
        assert!(decimal.is_none_or(|decimal| decimal == leaf.serial_number()));
    }
    let leaf_with = |length: usize| root.leaf_with("Leaf", ALIPAY_KEY, &serial(&vec![1; length]));
    assert!(CertificateBundle::parse(leaf_with(1024)).is_ok());
    assert!(CertificateBundle::parse(leaf_with(1025)).is_err());
    // A serial number may be negative, and the parameters of the signature's algorithm anything.
    let good = der(APP);
    let parts = bundle(APP).first().clone();
    let position = good.windows(16).position(|window| window == &parts.0.serial_number[..16]).unwrap();
    let mut negative = good.clone();
    negative[position] = 0xa0;
    let negative = bundle(&pem(&negative)).first().clone();
    assert!(negative.serial_number().starts_with('-'), "{}", negative.serial_number());
    assert_ne!(negative.sn(), parts.sn());
    let null = [0x0d, 1, 1, 0x0b, 5, 0];
    let mut odd = good.clone();
    for position in (0..good.len() - 6).filter(|&start| good[start..].starts_with(&null)) {
        odd[position + 4] = 4;
    }
    assert_ne!(odd, good);
    assert_eq!(bundle(&pem(&odd)).first().sn(), parts.sn());
}

#[test]
fn no_bytes_panic() {
    let good = der(ALIPAY);
    for length in 0..good.len() {
        CertificateBundle::parse(&good[..length]).unwrap_err();
        let mut changed = good.clone();
        for value in [0, 0x30, 0x7f, 0x80, 0xff] {
            changed[length] = value;
            let _ = CertificateBundle::parse(&changed);
        }
    }
    for length in 0..ALIPAY_LEAF.len() {
        let _ = CertificateBundle::parse(&ALIPAY_LEAF[..length]);
    }
    // Deep inside, and long.
    let _ = CertificateBundle::parse([0x30, 0x84, 0xff, 0xff, 0xff, 0xff].repeat(100_000));
    let _ = CertificateBundle::parse([0x30, 0x80].repeat(100_000));
    CertificateBundle::parse("-----BEGIN CERTIFICATE-----".repeat(100_000)).unwrap_err();
    CertificateBundle::parse("-----BEGIN ".repeat(100_000)).unwrap_err();
    let many = bundle(&ALIPAY_LEAF.repeat(1000));
    assert_eq!(many.iter().count(), 1000);
}
