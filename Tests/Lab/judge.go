// judge FOLDER SECONDS: what this Go makes of each case of make-certificates, one line each: NAME, a tab, `ok` or the error.
//
// The steps are those of crypto/tls' verifyServerCertificate, with the same packages.
package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"time"
)

func blocks(path string) (all [][]byte) {
	rest, _ := os.ReadFile(path)
	for {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return all
		}
		all = append(all, block.Bytes)
	}
}

func judge(folder string, now time.Time) error {
	pool := x509.NewCertPool()
	text, _ := os.ReadFile(filepath.Join(folder, "pool.pem"))
	pool.AppendCertsFromPEM(text)
	host, _ := os.ReadFile(filepath.Join(folder, "host"))
	options := x509.VerifyOptions{Roots: pool, CurrentTime: now, DNSName: string(host), Intermediates: x509.NewCertPool()}
	var leaf *x509.Certificate
	for index, der := range blocks(filepath.Join(folder, "chain.pem")) {
		certificate, err := x509.ParseCertificate(der)
		if err != nil {
			return errors.New("tls: failed to parse certificate from server: " + err.Error())
		}
		if index == 0 {
			leaf = certificate
		} else {
			options.Intermediates.AddCert(certificate)
		}
	}
	if _, err := leaf.Verify(options); err != nil {
		return err
	}
	switch key := leaf.PublicKey.(type) {
	case *rsa.PublicKey:
		// What a handshake's signature meets.
		err := rsa.VerifyPKCS1v15(key, 5, make([]byte, 32), make([]byte, key.Size()))
		if err != nil && err != rsa.ErrVerification {
			return errors.New("tls: invalid signature by the server certificate: " + err.Error())
		}
		return nil
	case *ecdsa.PublicKey, ed25519.PublicKey:
		return nil
	default:
		return fmt.Errorf("tls: server's certificate contains an unsupported type of public key: %T", key)
	}
}

func main() {
	seconds, _ := strconv.ParseInt(os.Args[2], 10, 64)
	folders, _ := filepath.Glob(os.Args[1] + "/*")
	sort.Strings(folders)
	for _, folder := range folders {
		answer := "ok"
		if err := judge(folder, time.Unix(seconds, 0).UTC()); err != nil {
			answer = err.Error()
		}
		fmt.Printf("%s\t%s\n", filepath.Base(folder), answer)
	}
}
