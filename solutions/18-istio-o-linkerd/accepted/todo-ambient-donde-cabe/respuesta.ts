import type { Respuesta } from '../../../../exercises/18-istio-o-linkerd/respuesta.types';

export default {
  banco: {
    eleccion: 'istio-ambient',
    prueba: 'token-en-la-malla',
    'otra-prueba': 'waypoint-donde-haga-falta',
    contrapunto: 'nodo-compartido',
  },
  'empresa-joven': {
    eleccion: 'istio-ambient',
    prueba: 'nada-por-pod',
    'otra-prueba': 'crecer-por-capas',
    contrapunto: 'nodo-compartido',
  },
  hospital: {
    eleccion: 'istio-sidecar',
    prueba: 'clave-en-el-pod',
    'otra-prueba': 'estable-del-proyecto',
    contrapunto: 'muchos-recursos',
  },
  subastas: {
    eleccion: 'istio-ambient',
    prueba: 'medida-propia',
    'otra-prueba': 'identidad-por-carga',
    contrapunto: 'muchos-recursos',
  },
  juicios: {
    comparativas: 'falso',
    'modos-de-istio': 'falso',
    'politica-en-linkerd': 'verdadero',
    'mas-funciones': 'falso',
    'versiones-de-linkerd': 'falso',
    'horas-del-equipo': 'verdadero',
    'medir-con-lo-propio': 'verdadero',
    tokens: 'verdadero',
  },
} satisfies Respuesta;
