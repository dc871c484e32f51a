// What Prometheus answers to a query about counters that were scraped for an hour and grow evenly.
package main

import (
	"context"
	"fmt"
	"math"
	"sort"
	"time"

	"github.com/prometheus/prometheus/model/histogram"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/storage"
	"github.com/prometheus/prometheus/tsdb/chunkenc"
	"github.com/prometheus/prometheus/tsdb/chunks"
	"github.com/prometheus/prometheus/util/annotations"
	"timonel/upstream/internal/lines"
)

const (
	// Seconds: when the query is asked, how long was scraped before, and how often.
	now      = 1_800_000_000
	known    = 3600
	interval = 15
)

type counter struct {
	Labels    map[string]string `json:"labels"`
	Base      float64           `json:"base"`
	PerSecond float64           `json:"perSecond"`
}

type question struct {
	Query  string    `json:"query"`
	Series []counter `json:"series"`
}

type sample struct {
	Labels map[string]string `json:"labels"`
	// A text, since JSON has neither infinities nor NaN.
	Value string `json:"value"`
}

type reply struct {
	Samples []sample `json:"samples,omitempty"`
	// Whether the query is refused; why is to read, not to compare.
	Refused bool   `json:"refused,omitempty"`
	Reason  string `json:"reason,omitempty"`
}

type scraped struct {
	at    int64
	value float64
}

func (s scraped) T() int64                      { return s.at }
func (s scraped) ST() int64                     { return 0 }
func (s scraped) F() float64                    { return s.value }
func (s scraped) H() *histogram.Histogram       { return nil }
func (s scraped) FH() *histogram.FloatHistogram { return nil }
func (s scraped) Type() chunkenc.ValueType      { return chunkenc.ValFloat }
func (s scraped) Copy() chunks.Sample           { return s }

type world []storage.Series

func worldOf(counters []counter) world {
	all := world{}
	for _, one := range counters {
		samples := []chunks.Sample{}
		for second := int64(0); second <= known; second += interval {
			samples = append(samples, scraped{(now - known + second) * 1000, one.Base + one.PerSecond*float64(second)})
		}
		all = append(all, storage.NewListSeries(labels.FromMap(one.Labels), samples))
	}
	sort.Slice(all, func(a, b int) bool { return labels.Compare(all[a].Labels(), all[b].Labels()) < 0 })
	return all
}

func (w world) Querier(_, _ int64) (storage.Querier, error) { return w, nil }
func (world) Close() error                                  { return nil }
func (world) LabelValues(context.Context, string, *storage.LabelHints, ...*labels.Matcher) ([]string, annotations.Annotations, error) {
	return nil, nil, nil
}
func (world) LabelNames(context.Context, *storage.LabelHints, ...*labels.Matcher) ([]string, annotations.Annotations, error) {
	return nil, nil, nil
}

func (w world) Select(_ context.Context, _ bool, _ *storage.SelectHints, matchers ...*labels.Matcher) storage.SeriesSet {
	found := &set{}
	for _, series := range w {
		matches := true
		for _, matcher := range matchers {
			matches = matches && matcher.Matches(series.Labels().Get(matcher.Name))
		}
		if matches {
			found.series = append(found.series, series)
		}
	}
	return found
}

type set struct {
	series []storage.Series
	at     int
}

func (s *set) Next() bool                      { s.at++; return s.at <= len(s.series) }
func (s *set) At() storage.Series              { return s.series[s.at-1] }
func (*set) Err() error                        { return nil }
func (*set) Warnings() annotations.Annotations { return nil }

func text(value float64) string {
	switch {
	case math.IsNaN(value):
		return "NaN"
	case math.IsInf(value, 1):
		return "Infinity"
	case math.IsInf(value, -1):
		return "-Infinity"
	}
	return fmt.Sprintf("%.17g", value)
}

func main() {
	engine := promql.NewEngine(promql.EngineOpts{
		MaxSamples:           10_000_000,
		Timeout:              time.Minute,
		LookbackDelta:        5 * time.Minute,
		EnableAtModifier:     true,
		EnableNegativeOffset: true,
		Parser:               parser.NewParser(parser.Options{}),
	})
	lines.Answer(func(asked question) reply {
		refused := func(err error) reply { return reply{Refused: true, Reason: err.Error()} }
		context := context.Background()
		query, err := engine.NewInstantQuery(context, worldOf(asked.Series), nil, asked.Query, time.Unix(now, 0))
		if err != nil {
			return refused(err)
		}
		defer query.Close()
		result := query.Exec(context)
		if result.Err != nil {
			return refused(result.Err)
		}
		switch value := result.Value.(type) {
		case promql.Scalar:
			return reply{Samples: []sample{{Labels: map[string]string{}, Value: text(value.V)}}}
		case promql.Vector:
			said := []sample{}
			for _, one := range value {
				said = append(said, sample{one.Metric.Map(), text(one.F)})
			}
			return reply{Samples: said}
		}
		// What a dashboard cannot draw at one instant.
		return reply{Refused: true, Reason: fmt.Sprintf("a %s", result.Value.Type())}
	})
}
