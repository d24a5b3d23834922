import Foundation
import TestSupport

/// What Go's own library makes of documents: one answer for each.
enum GoOracle {
    struct Failed: Error { let words: String }

    static let isHere = GoCompiler.any != nil

    /// The program, built once.
    private static let program = Result {
        let folder = try TemporaryFolder()
        guard let go = GoCompiler.any else { throw Failed(words: "no Go") }
        return (folder: folder, path: try go.build(source, in: folder))
    }

    /// - Parameter mode: `value`, `stream` or `config`.
    static func answers(_ documents: [[UInt8]], mode: String) throws -> [String] {
        let input = documents.map { $0.map { String(Int($0) + 256, radix: 16).suffix(2) }.joined() + "\n" }.joined()
        let result = try Tool.run(program.get().path, [mode], input: Data(input.utf8))
        guard result.status == 0 else { throw Failed(words: result.errors) }
        return result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private static let source = #"""
        package main

        import (
        	"bufio"
        	"bytes"
        	"encoding/hex"
        	"encoding/json"
        	"fmt"
        	"os"
        	"sort"
        	"strings"
        )

        type entry struct {
        	Username      string `json:"username,omitempty"`
        	Password      string `json:"password,omitempty"`
        	Auth          string `json:"auth,omitempty"`
        	Email         string `json:"email,omitempty"`
        	IdentityToken string `json:"identitytoken,omitempty"`
        }

        type config struct {
        	Auths       map[string]entry  `json:"auths"`
        	CredsStore  string            `json:"credsStore,omitempty"`
        	CredHelpers map[string]string `json:"credHelpers,omitempty"`
        }

        func text(value any) string {
        	switch value := value.(type) {
        	case map[string]any:
        		var keys, parts []string
        		for key := range value {
        			keys = append(keys, key)
        		}
        		sort.Strings(keys)
        		for _, key := range keys {
        			parts = append(parts, hex.EncodeToString([]byte(key))+":"+text(value[key]))
        		}
        		return "{" + strings.Join(parts, ",") + "}"
        	case []any:
        		var parts []string
        		for _, element := range value {
        			parts = append(parts, text(element))
        		}
        		return "[" + strings.Join(parts, ",") + "]"
        	case string:
        		return "s" + hex.EncodeToString([]byte(value))
        	case json.Number:
        		return "n" + string(value)
        	default:
        		return fmt.Sprint(value)
        	}
        }

        func answer(data []byte, mode string) string {
        	if mode == "config" {
        		var found config
        		if err := json.Unmarshal(data, &found); err != nil {
        			return "error " + strings.SplitN(err.Error(), " into ", 2)[0]
        		}
        		var lines []string
        		for key, entry := range found.Auths {
        			for name, value := range map[string]string{"auth": entry.Auth, "username": entry.Username, "password": entry.Password} {
        				if value != "" {
        					lines = append(lines, fmt.Sprintf("%x %s=%x", key, name, value))
        				}
        			}
        		}
        		for key, helper := range found.CredHelpers {
        			lines = append(lines, fmt.Sprintf("%x helper=%x", key, helper))
        		}
        		sort.Strings(lines)
        		return fmt.Sprintf("store=%x %s", found.CredsStore, strings.Join(lines, ";"))
        	}
        	var raw json.RawMessage
        	if mode == "value" {
        		if err := json.Unmarshal(data, &raw); err != nil {
        			return "error " + err.Error()
        		}
        	}
        	decoder := json.NewDecoder(bytes.NewReader(data))
        	decoder.UseNumber()
        	var value any
        	if err := decoder.Decode(&value); err != nil {
        		return "error " + err.Error()
        	}
        	return text(value)
        }

        func main() {
        	lines := bufio.NewScanner(os.Stdin)
        	lines.Buffer(nil, 1<<26)
        	out := bufio.NewWriter(os.Stdout)
        	defer out.Flush()
        	for lines.Scan() {
        		data, _ := hex.DecodeString(lines.Text())
        		fmt.Fprintln(out, answer(data, os.Args[1]))
        	}
        }
        """#
}
