//! Signatures of every kind that a certificate may have, made by OpenSSL over `a=1`.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::certificate::signature::{Fault, verify};

const RSA: &str = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3tmv8pzcajWPJzxGDzpZ38z/XS28+TV/lnq/4PBhZk4/C/2rYQBE0UzD\
                     UL6eoDqQVKvgUHvUsVL903B/lDvZ4SI0awALHCss58xCyiksAgLWoMdf27585tZIjhAOUBA+++sZkIfYHtmf966IUdkPui/4RrqL\
                     N9PeZsw5bIU/iKCxd3+WD0R12iipsSFszs2YL7qpk3jvCM3ccSoiV2zx/OpiFsJf4OEWUpm/Hz8QfKRO+JNR83D8DOrlyjOq7Bzv\
                     a5MgE5/OGELyONp5y36fB4BC6Sz38dYhTiezvZ+V28f589JmeuzKZ6a8MvIGruj7MuUscVmSSO43uwVbbeGkYwIDAQAB";
const P256: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEro0VyhCjfaIPXwvDLSNBayDPobcl+tYWwcQdHA/q2rWo1aOdTmYjsW0IgUb54zrF\
                      YaCh3+Rl34Z6K32s8n0FWQ==";
const P384: &str = "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEP60/tALB4p25cMDWe3D1p7vQp0NHx+UbILZaphHcgHfZUtWwEfD60BEhvoqFWs3hXXCh\
                      5pjZWa4gJCsPdMKglxaDLL3BjBiNfQS8pDkuxxWJRzm723sgheKzIARckWWD";

/// The owner's key, the algorithm, the signature.
const SIGNATURES: [(&str, &str, &str); 7] = [
    (
        RSA,
        "1.2.840.113549.1.1.11",
        "Kkfm5NqYi78tPBW0SkOPjClUDRcVwmtNNJCvEvGymwO+pVNCIsd5o4z92cWV+LtSc7rMXanDZh2Du1y+7sRqCQgmc/qZkztZ5DB8\
         t/pH0v0y94Z97Sry/aJSbpFExxJesxZ6de5cvS6sBJxaCYIDJUoMZtbK+cYB0HR4TKj48QwJnVkxwvunt94SRx6xfxtcKS1XOloI\
         SDRS6jEfV+j16ym6k7urXCM/u7LTbNekzipaO4nu8tdtJPB2Q4TsyMhO3EnCv1LhSnUges0eeRMRG1947B3xMBxYEtv1ENIwXq2P\
         o8NYbUnMR55bMVtMR5GckhR5p4OLB2uSOLYWaomTgg==",
    ),
    (
        RSA,
        "1.2.840.113549.1.1.12",
        "lZazdTSE9PCKxmte+acC2dB4lWFXqp1yyg0XDrnGtT7ziOFJpZfiyIFEG25CUYWOii+GZOXsKARuFObD/qwZyAItTAiwjNHjn4tj\
         IH5tRqo0B3Q3Na7RHdmOZ3FbZfugmUv4ZoTyJj+KAfKZynTfIH/26exRjyvSQ8xrfGa+jMgk32v1WvrunrUXw0wwWYsrwSdre7XK\
         qlDgR3LyPKcSHpf2jsFgANKI3rhWV3raZloHj50/Bk+9r5/7s4oIx287FbHs0JuquTc+fIn08u3yeuCjOIk9ZQTO4HhqWfIrfWfn\
         dGbzyLT+z4B/zXQBPuhOscMseXFAa15Hzxv1klWg9w==",
    ),
    (
        RSA,
        "1.2.840.113549.1.1.13",
        "ovn06K0zhUk54aGmz5B84cxZovbTcHDKJcZzD9lEEi927+9jl+PN85Ue2u8W67aTOcOaNMSVOpHUFk2aCWw3rt+utN7bG2NJLpMk\
         hRrKnrE/bvj9kVkLDFpJbNbVcmGlAAzW8R+qjcZHi5qpsFHqYz9aMl23V0UyHbsA4Om9T5K4BXYmrTqMceiqfY+1gA0f8tQnNd0j\
         zpS5q2zFkJggBKN2qDsSRCUoAwhXREm1ogntGnof4/1g1gkcy6Krd7sGdyOlDFmyVPcb9cVSLmKsFdL0m8RLyYcKJUlpjPy3ZkSE\
         k/KgixZi4bXfM5e1doSh0GR0N3UD6Tv0IZGQyOoBig==",
    ),
    (
        P256,
        "1.2.840.10045.4.3.2",
        "MEUCIGCc4IHoQkGeGmq9SZnF0vh1H66iefiYzY5Yd0vcEsQYAiEAz2erW9NE4SYpEteaikUF/hKtGxnFJ6OD/q1B8DZRcI4=",
    ),
    (
        P256,
        "1.2.840.10045.4.3.3",
        "MEUCIDc/ur0W7q1/Vp9pMHCRlAAgyi91bSxxOctm6D9OjRc2AiEA0O0ok15R1tDlAA5vaDkiQxVxLzHNzeu6fg4y3dnnlz8=",
    ),
    (
        P384,
        "1.2.840.10045.4.3.2",
        "MGUCMGwYFU16KoSl4rilMSHFFiZDphwiziLWDLrWYBXRF4Gvg+33kAtuZgxHjW+770UfDQIxAL985QB6KQWBav7p6mtSZjdLoy/T\
         LMfc75WRiZWh2pfzX7na8pPvc4n5zNVR/mi7JA==",
    ),
    (
        P384,
        "1.2.840.10045.4.3.3",
        "MGUCMQDreEe9MjZrK6M98xZucsLp3Rf7R/gjDYgf07CfHi5H790QR34vOfEEKSq8/laLhOYCMD3tEQNS349i7OCQppydlUOtl+2/\
         mN8K3iXyAk31s7yApFW+OC1YXHYI9bfMBz98Bw==",
    ),
];

#[test]
fn each_kind_is_accepted_under_its_own_name_alone() {
    for (key, algorithm, signature) in SIGNATURES {
        let (key, signature) = (BASE64_STANDARD.decode(key).unwrap(), BASE64_STANDARD.decode(signature).unwrap());
        for (_, named, _) in SIGNATURES {
            let outcome = verify(&key, named.parse().unwrap(), b"a=1", &signature);
            assert_eq!(outcome.is_ok(), named == algorithm, "{algorithm} as {named}");
        }
        let altered = verify(&key, algorithm.parse().unwrap(), b"a=2", &signature);
        assert!(matches!(altered, Err(Fault::Mismatch)), "{algorithm}");
        // MD5 and SHA-1.
        for weak in ["1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1"] {
            assert!(matches!(verify(&key, weak.parse().unwrap(), b"a=1", &signature), Err(Fault::Algorithm)), "{weak}");
        }
    }
}
