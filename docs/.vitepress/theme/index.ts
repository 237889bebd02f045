import DefaultTheme from 'vitepress/theme';
import './joinery.css';

export default DefaultTheme;
