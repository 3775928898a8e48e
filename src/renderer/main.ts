import { mount } from 'svelte';
import App from './app/App.svelte';
import { AppState } from './app/app.svelte.js';
import './styles/index.css';

const app = new AppState();
// Ask before the first paint: the answers come while the frame is drawn.
void app.start();
mount(App, { target: document.body, props: { app } });
