{{- define "dca.name" -}}{{ .Release.Name }}-dca{{- end -}}
{{- define "dca.selector" -}}
app.kubernetes.io/name: dca
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
{{- define "dca.labels" -}}
{{ include "dca.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}
