import Diagnosis
import Secrets
import Testing

@Suite struct RedactionTests {
    private static let seed = "s3cr3t-Zx9"

    @Test(arguments: [
        "password = \"SEED\"", "  auth = 'SEED'", "\"auth\": \"SEED\",", "{\"identitytoken\":\"SEED\"}",
        "password: SEED",
        "Authorization: Basic SEED", "authorization = [\"Bearer SEED\"]", "header = {Authorization = \"Basic SEED\"}",
        "https://u:SEED@h.example/v2/", "GET https://h/token?service=a&token=SEED&x=1",
        "https://h/blob?X-Amz-Signature=SEED",
        "msg=\"x\" error=\"bad \\\"password\\\": \\\"SEED\\\"\"", "- token: SEED",
        "HTTP_PROXY=http://me:SEED@proxy:3128",
        "Environment=\"HTTPS_PROXY=http://me:SEED@proxy:3128\"",
        "-----BEGIN RSA PRIVATE KEY-----\nSEED\n-----END RSA PRIVATE KEY-----",
        "\"my.token\": \"SEED\"", "error=\"{\\\"a\\\":{\\\"token\\\": \\\"SEED\\\"}}\"",
        "GET https://h/token=SEED: dial tcp",
        "Set-Cookie: sid=SEED", "registry_password=SEED", "the known SEED stands anywhere", "client_secret=SEED&code=1",
    ])
    func aSecretIsBlottedOut(_ template: String) {
        let text = template.replacing("SEED", with: Self.seed)
        let result = Redaction.text(text, known: template.contains("known") ? SecretForms([Secret(Self.seed)]) : .none)
        #expect(!result.contains(Self.seed), "\(result)")
        #expect(result.split(separator: "\n").count == text.split(separator: "\n").count)
        #expect(Redaction.text(result) == result)
    }

    @Test(arguments: [
        "failed to authorize: failed to fetch anonymous token: Get \"https://auth.docker.io/token?scope=a\": dial tcp: i/o timeout",
        "rpc error: code = Unknown desc = failed to resolve reference", "state = \"/run/containerd\"",
        "WWW-Authenticate: Basic realm=\"Registry\"", "certificate signed by unknown authority",
        "ca_file = \"/etc/ca.crt\"",
        "https://h:5000/v2/a/manifests/1?ns=docker.io", "client = [\"/etc/c.crt\", \"/etc/c.key\"]",
        "no basic auth credentials", "unsupported basic authentication of the proxy",
        // What stands behind a URL is the error, whatever the URL ends in.
        "Post \"https://sso.test/token\": tls: failed to verify certificate: x509: certificate signed by unknown authority",
        "error=\"Get \\\"https://sso.test/v2/auth\\\": dial tcp: lookup sso.test on 10.0.0.2:53: no such host\"",
        "Get https://sso.test/service/token: dial tcp 1.2.3.4:443: i/o timeout",
        "Head \"https://m/v2/secret/manifests/password\": EOF", "Head \"https://m/v2/a/authorization\": Forbidden",
        "Get \"https://sso.test/token?service=token\": unexpected EOF",
        "-----BEGIN CERTIFICATE-----", "key = \"host\"", "username = \"robot\"",
    ])
    func whatIsNoneStays(_ text: String) { #expect(Redaction.text(text) == text) }
}
