import { type AlertRule, type DocumentStatement, document, slug, textTemplate } from '@joinery/kit';

/** Write down what to do when an alert fires. */
export function runbook(alert: AlertRule, service: string): DocumentStatement {
  const filled = (text: string) => text.replaceAll('$job', service).trim();
  return document(
    `docs/runbooks/${slug(alert.name)}.md`,
    textTemplate('runbook.md', {
      Alert: alert.name,
      Description: filled(alert.description),
      Severity: alert.severity,
      When: alert.for === '0m' ? 'at once on' : `after ${alert.for} of`,
      Expr: filled(alert.expr),
      Meaning: filled(alert.runbook.meaning),
      Impact: filled(alert.runbook.impact),
      Diagnosis: filled(alert.runbook.diagnosis),
      Mitigation: filled(alert.runbook.mitigation),
    }),
  );
}
