// Reads Terraform texts with the real HCL and says what their expressions come to. A line of standard input is one JSON object
// {"text": "…", "values": "…"}: a .tf file and, where it has one, its variables file. The line of the answer is
// {"read": {"path": value…}} with every argument outside `variable` blocks, or {"error": "…"}.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

type question struct {
	Text   string `json:"text"`
	Values string `json:"values"`
}

type answer struct {
	Read  map[string]json.RawMessage `json:"read,omitempty"`
	Error string                     `json:"error,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 0, 1<<20), 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var asked question
		var told answer
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			told.Error = err.Error()
		} else if read, err := evaluate(asked); err != nil {
			told.Error = err.Error()
		} else {
			told.Read = read
		}
		written, _ := json.Marshal(told)
		fmt.Fprintln(out, string(written))
	}
}

func evaluate(asked question) (map[string]json.RawMessage, error) {
	variables, err := values(asked.Values)
	if err != nil {
		return nil, err
	}
	body, err := parsed(asked.Text, "main.tf")
	if err != nil {
		return nil, err
	}
	scope := &hcl.EvalContext{
		Variables: map[string]cty.Value{"var": cty.ObjectVal(variables), "other": cty.StringVal("other")},
		Functions: functions,
	}
	read := map[string]json.RawMessage{}
	return read, readBody(body, "", scope, read)
}

// The values of a variables file, and of a few variables that no file declares.
func values(text string) (map[string]cty.Value, error) {
	found := map[string]cty.Value{"env": cty.StringVal("prod"), "on": cty.True, "off": cty.False}
	body, err := parsed(text, "terraform.tfvars")
	if err != nil {
		return nil, err
	}
	for name, attribute := range body.Attributes {
		value, diagnostics := attribute.Expr.Value(nil)
		if diagnostics.HasErrors() {
			return nil, diagnostics
		}
		found[name] = value
	}
	return found, nil
}

func parsed(text string, name string) (*hclsyntax.Body, error) {
	file, diagnostics := hclsyntax.ParseConfig([]byte(text), name, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return file.Body.(*hclsyntax.Body), nil
}

func readBody(body *hclsyntax.Body, path string, scope *hcl.EvalContext, read map[string]json.RawMessage) error {
	names := make([]string, 0, len(body.Attributes))
	for name := range body.Attributes {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		value, diagnostics := body.Attributes[name].Expr.Value(scope)
		if diagnostics.HasErrors() {
			return diagnostics
		}
		written, err := ctyjson.Marshal(value, value.Type())
		if err != nil {
			return err
		}
		read[path+name] = written
	}
	for i, block := range body.Blocks {
		if block.Type == "variable" {
			continue
		}
		below := fmt.Sprintf("%s%s[%d].", path, strings.Join(append([]string{block.Type}, block.Labels...), "."), i)
		if err := readBody(block.Body, below, scope, read); err != nil {
			return err
		}
	}
	return nil
}

var functions = map[string]function.Function{
	"chomp":        stdlib.ChompFunc,
	"format":       stdlib.FormatFunc,
	"join":         stdlib.JoinFunc,
	"jsonencode":   stdlib.JSONEncodeFunc,
	"jsondecode":   stdlib.JSONDecodeFunc,
	"lower":        stdlib.LowerFunc,
	"merge":        stdlib.MergeFunc,
	"replace":      stdlib.ReplaceFunc,
	"trimspace":    stdlib.TrimSpaceFunc,
	"upper":        stdlib.UpperFunc,
	"base64encode": base64Encode,
}

var base64Encode = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "text", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return cty.StringVal(base64.StdEncoding.EncodeToString([]byte(args[0].AsString()))), nil
	},
})
