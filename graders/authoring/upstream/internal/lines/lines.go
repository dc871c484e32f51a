// Package lines answers questions that come as lines of JSON, in their order, one line each. The answers
// leave by file descriptor 3: libraries print on the others what they like.
package lines

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// Answer reads every line of standard input as a Question and writes what answer says of it. It exits where a line is no
// Question.
func Answer[Question, Reply any](answer func(Question) Reply) {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.NewFile(3, "answers"))
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var question Question
			if bad := json.Unmarshal(line, &question); bad != nil {
				fmt.Fprintln(os.Stderr, bad)
				os.Exit(2)
			}
			if bad := encoder.Encode(answer(question)); bad != nil {
				fmt.Fprintln(os.Stderr, bad)
				os.Exit(2)
			}
		}
		if err != nil {
			return
		}
	}
}
